/** The program under another Node: signals arrive once, exit codes come back, a killed starter leaves nobody behind. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const starter = JSON.stringify(pathToFileURL(resolve("bin/starter.mjs")).href);
const programText = `
import { endWithStarter } from ${starter};
endWithStarter();
let interrupts = 0;
process.on("SIGINT", () => console.log("interrupt " + ++interrupts));
process.on("SIGTERM", () => { console.log("ended after " + interrupts); process.exit(7); });
setInterval(() => {}, 1000);
console.log("pid " + process.pid);
`;
const starterText = `
import { continueIn } from ${starter};
process.exitCode = await continueIn(process.execPath, process.argv[2], []);
`;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "amtsweg-starter-"));
  writeFileSync(join(folder, "program.mjs"), programText);
  writeFileSync(join(folder, "starter.mjs"), starterText);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts both; `said` waits for a line of the program. */
function started(): { starter: ChildProcess; said: (line: RegExp) => Promise<string> } {
  const child = spawn(process.execPath, [join(folder, "starter.mjs"), join(folder, "program.mjs")]);
  let out = "";
  const waiting = new Set<() => void>();
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
    for (const look of waiting) look();
  });
  const said = (line: RegExp) =>
    new Promise<string>((done) => {
      const look = () => {
        const found = line.exec(out)?.[0];
        if (found) done(found);
      };
      waiting.add(look);
      look();
    });
  return { starter: child, said };
}

const ended = (child: ChildProcess) => new Promise<number | null>((done) => child.on("exit", (code) => done(code)));

test("a signal to the starter arrives once, and the exit code comes back", async () => {
  const { starter: child, said } = started();
  await said(/pid \d+/);
  child.kill("SIGINT");
  expect(await said(/interrupt \d/)).toBe("interrupt 1");
  const code = ended(child);
  child.kill("SIGTERM");
  expect(await said(/ended after \d/)).toBe("ended after 1");
  expect(await code).toBe(7);
});

test("a killed starter ends the program too", async () => {
  const { starter: child, said } = started();
  await said(/pid \d+/);
  child.kill("SIGKILL");
  expect(await said(/ended after \d/)).toBe("ended after 0");
});
