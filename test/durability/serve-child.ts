/**
 * The running application as a process of its own, over the database that DATABASE_URL names. Prints its address.
 * With TEST_NOW its clock starts there, so that a story of fixed days stays true on every day of the calendar. It ends like
 * `serve`, within STOP_WITHIN_MS.
 */
import { waitForEnd } from "../../src/commands/wait-for-end.ts";
import { startServer } from "../../src/server.ts";

const given = process.env["TEST_NOW"];
if (given) {
  const shift = Date.parse(given) - Date.now();
  const RealDate = Date;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args: [], newTarget) =>
      Reflect.construct(target, args.length > 0 ? args : [RealDate.now() + shift], newTarget) as Date,
    get: (target, name) => (name === "now" ? () => RealDate.now() + shift : (Reflect.get(target, name) as unknown)),
  });
}

const server = await startServer({
  port: 0,
  databaseUrl: process.env["DATABASE_URL"] ?? "",
  sessionSecret: process.env["SESSION_SECRET"] ?? "",
  stopWithinMs: Number(process.env["STOP_WITHIN_MS"] ?? 60_000),
  version: "test",
  log: () => undefined,
});
const ended = waitForEnd();
console.log(`listening ${server.url}`);
await ended;
process.exitCode = (await server.stop()) ? 0 : 1;
if (process.exitCode === 1) process.exit();
