/** `amtsweg demo` as an operator starts it, on a folder and a port of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type DemoServer = { url: string; folder: string; stop: () => Promise<void> };

export async function startDemo(): Promise<DemoServer> {
  const folder = mkdtempSync(join(tmpdir(), "amtsweg-e2e-"));
  // Under root the server runs as nobody, which has to pass through.
  chmodSync(folder, 0o711);
  const child = spawn(process.execPath, ["bin/amtsweg.mjs", "demo"], {
    env: { ...process.env, PORT: "0", AMTSWEG_DATA_DIR: folder, AMTSWEG_PREBUILT: "1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await addressOf(child);
  return {
    url,
    folder,
    stop: async () => {
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((found, failed) => {
    let text = "";
    child.once("exit", (code) => failed(new Error(`demo ended with ${code}: ${text}`)));
    child.stdout?.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      const url = text.match(/http:\/\/localhost:\d+/)?.[0];
      if (url && text.includes("Beispielfälle sind angelegt")) found(url);
    });
  });
