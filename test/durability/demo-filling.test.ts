/** The demo serves before its cases exist. Cut off meanwhile, it must not pass for a whole demo afterwards. */
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { connectEmbeddedPostgres } from "../../src/platform/embedded-postgres/index.ts";
import { endOrphan } from "../../src/platform/embedded-postgres/orphan.ts";
import { ask } from "../harness/embedded-folder.ts";
import { bundled, type Child, start } from "./child-program.ts";

test("a demo ended or killed while its cases are made has all of them after the next start", async () => {
  const folder = dataFolder();
  const cli = join(await bundled("src/cli.ts"), "src", "cli.js");
  const demo = (): Child => start(cli, ["demo"], { AMTSWEG_DATA_DIR: folder, PORT: "0" });

  const first = demo();
  await first.line(/^Amtsweg läuft: /);
  await first.kill("SIGKILL");

  // Told to end while it fills, it ends without a word.
  const interrupted = demo();
  await interrupted.line(/^Amtsweg läuft: /);
  expect(await interrupted.kill("SIGTERM")).toMatchObject({ code: 0, err: "" });

  const second = demo();
  await second.line(/^Die Beispielfälle sind angelegt/);
  const cases = await casesOf(folder);
  expect(cases.length).toBeGreaterThan(25);
  expect((await second.kill("SIGTERM")).code).toBe(0);

  const third = demo();
  await third.line(/^Amtsweg läuft: /);
  expect(await casesOf(folder)).toEqual(cases);
  const ended = await third.kill("SIGTERM");
  expect(ended.out).not.toContain("angelegt");
}, 600_000);

async function casesOf(folder: string): Promise<unknown[]> {
  const database = await connectEmbeddedPostgres(join(folder, "postgres"));
  const rows = await ask(database.connectionString("amtsweg"), "select id, file_number from case_file order by id");
  await database.release();
  return rows;
}

/** Under root the database runs as an account without rights, which has to get through to its folder. */
function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "amtsweg-filling-"));
  chmodSync(folder, 0o755);
  onTestFinished(async () => {
    const cluster = join(folder, "postgres", "cluster");
    if (existsSync(cluster)) await endOrphan(cluster, () => undefined);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
