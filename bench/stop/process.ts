/** Application processes over one database, as the operator runs them; each ends when its standard input does. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { startServer } from "../../src/server.ts";

export type Process = { url: string; child: ChildProcess; stop: () => Promise<unknown> };

/** What the process itself runs; prints its address. */
export async function serveHere(): Promise<void> {
  const server = await startServer({
    port: 0,
    databaseUrl: process.env["DATABASE_URL"] ?? "",
    sessionSecret: process.env["SESSION_SECRET"] ?? "",
    version: "bench",
    log: () => undefined,
  });
  console.log(`listening ${server.url}`);
  await once(process.stdin.resume(), "end");
  await server.stop();
}

/** Starts this bench once more, as an application process. */
export async function startProcess(program: string, databaseUrl: string, secret: string): Promise<Process> {
  const child = spawn(process.execPath, [program, "serve"], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, DATABASE_URL: databaseUrl, SESSION_SECRET: secret },
  });
  const [line] = (await Promise.race([
    once(createInterface({ input: child.stdout }), "line"),
    once(child, "exit").then(() => Promise.reject(new Error("the process ended"))),
  ])) as [string];
  const ended = once(child, "exit");
  const stop = (): Promise<unknown> => {
    child.stdin.end();
    return ended;
  };
  return { url: line.replace("listening ", ""), child, stop };
}
