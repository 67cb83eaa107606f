/** A line that breaks without a word: nobody closes it, nothing comes any more. The hub notices and opens another. */
import { createServer, connect as connectTo, type AddressInfo, type Socket } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ask, emptyFolder } from "../../../test/harness/embedded-folder.ts";
import { startEmbeddedPostgres } from "../embedded-postgres/index.ts";
import { openLiveHub } from "./hub.ts";

/** Passes everything on to the socket, until it is told to swallow what goes over the lines that are open now. */
async function relay(socket: string) {
  const lines = new Set<Socket[]>();
  const server = createServer((near) => {
    const far = connectTo(socket);
    near.pipe(far).pipe(near);
    for (const end of [near, far]) end.on("error", () => undefined);
    lines.add([near, far]);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    for (const end of [...lines].flat()) end.destroy();
    server.close();
  });
  return {
    port: (server.address() as AddressInfo).port,
    opened: () => lines.size,
    fallSilent: () => {
      for (const [near, far] of lines) {
        near?.unpipe();
        far?.unpipe();
      }
    },
  };
}

test("after a silent line another one listens, open pages are told to look, and hear again", async () => {
  const database = await startEmbeddedPostgres(emptyFolder(), { durable: false });
  onTestFinished(() => database.stop());
  const line = await relay(join(database.host, `.s.PGSQL.${database.port}`));
  const times = { reconnectMs: 1, beatMs: 50, silentMs: 500 };
  const hub = openLiveHub(`postgresql://${database.superuser}@127.0.0.1:${line.port}/postgres`, times);
  onTestFinished(() => hub.close());
  const told: string[] = [];
  hub.subscribe(["stops:X"], (topic) => told.push(topic));
  const notify = (): Promise<unknown> => ask(database.connectionString("postgres"), "notify amtsweg, 'stops:X'");
  await expect.poll(async () => (await notify(), told.length)).toBeGreaterThan(0);
  expect(line.opened()).toBe(1);

  line.fallSilent();
  await expect.poll(() => told).toContain("*");
  await notify();
  await expect.poll(() => told.at(-1)).toBe("stops:X");
});
