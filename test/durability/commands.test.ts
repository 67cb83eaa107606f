/** `amtsweg` as the operator types it: what it says, what it refuses, and with which exit code. */
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { endOrphan } from "../../src/platform/embedded-postgres/orphan.ts";
import { ask, emptyFolder } from "../harness/embedded-folder.ts";
import { bundled, type Child, type Ended, start } from "./child-program.ts";
import { apiOf, openedCase } from "./served.ts";
import { createDatabase } from "../../src/platform/database/roles.ts";
import { connectEmbeddedPostgres, startEmbeddedPostgres } from "../../src/platform/embedded-postgres/index.ts";

let programs = "";
beforeAll(async () => {
  programs = await bundled("src/cli.ts");
});

const amtsweg = (args: string[], env: Record<string, string> = {}): Child =>
  start(join(programs, "src", "cli.js"), args, env);
const run = (args: string[], env: Record<string, string> = {}): Promise<Ended> => amtsweg(args, env).ended;

const settings = {
  DATABASE_URL: "postgres://amtsweg_app@localhost/amtsweg",
  OIDC_ISSUER: "https://anmeldung.example",
  OIDC_CLIENT_ID: "amtsweg",
  SESSION_SECRET: "test-secret-test-secret-test-secret-0",
  BASE_URL: "https://amtsweg.example",
};

describe("serve does not start half-configured", () => {
  test("without any setting it names every one that is missing", async () => {
    const { code, err } = await run(["serve"]);
    expect(code).toBe(2);
    for (const name of Object.keys(settings)) expect(err).toContain(`  ${name}: `);
  });

  test.each(Object.keys(settings))("without %s it names this one only", async (name) => {
    const { [name as keyof typeof settings]: _, ...others } = settings;
    const { code, err } = await run(["serve"], others);
    expect(code).toBe(2);
    expect(Object.keys(settings).filter((each) => err.includes(`  ${each}: `))).toEqual([name]);
  });

  test("a short session secret is refused", async () => {
    const { code, err } = await run(["serve"], { ...settings, SESSION_SECRET: "kurz" });
    expect(code).toBe(2);
    expect(err).toContain("mindestens 32 Zeichen");
  });
});

test("demo refuses a database of somebody else: it has a sign-in without password", async () => {
  const { code, err } = await run(["demo"], { DATABASE_URL: settings.DATABASE_URL, AMTSWEG_DATA_DIR: emptyFolder() });
  expect(code).toBe(2);
  expect(err).toContain("Entfernen Sie DATABASE_URL");
});

test.each([
  [["gibtesnicht"], 2],
  [["demo", "--gibtesnicht"], 2],
  [["verify-journal", "--jsno"], 2],
  [[], 0],
  [["demo", "--help"], 0],
] as [string[], number][])("amtsweg %j ends with %d", async (args, code) => expect((await run(args)).code).toBe(code));

/** Under root the database runs as an account without rights, which has to get through to its folder. */
function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "amtsweg-commands-"));
  chmodSync(folder, 0o755);
  onTestFinished(async () => {
    const cluster = join(folder, "postgres", "cluster");
    if (existsSync(cluster)) await endOrphan(cluster, () => undefined);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

type Sums = { tables: Record<string, number>; heads: Record<string, string> };

test("one folder, one demo; backup while it serves, restore elsewhere, and a journal that shows any change", async () => {
  const [folder, other] = [dataFolder(), dataFolder()];
  const env = { AMTSWEG_DATA_DIR: folder, PORT: "0" };
  const demo = amtsweg(["demo"], env);
  const url = /http:\/\/localhost:\d+/.exec(await demo.line(/^Amtsweg läuft: /))?.[0] ?? "";

  const second = await run(["demo"], env);
  expect(second.code).toBe(1);
  expect(second.err).toContain("wird schon von einem laufenden Amtsweg benutzt");

  // Another folder on the same port: it says so and ends, with its database.
  const taken = await run(["demo"], { AMTSWEG_DATA_DIR: dataFolder(), PORT: new URL(url).port });
  expect([taken.code, taken.err]).toEqual([1, expect.stringContaining("ist schon belegt")]);

  const database = await connectEmbeddedPostgres(join(folder, "postgres"));
  // The demo keeps its session secret to itself, hence the sign-in through its provider.
  const token = await signedIn(url);
  const api = apiOf(() => url, token);
  const writer = { on: true };
  const writing = (async () => {
    let opened = 0;
    for (; writer.on; opened++) await openedCase(api);
    return opened;
  })();
  const file = join(folder, "sicherung.gz");
  const saved = await run(["backup", file, "--json"], env);
  writer.on = false;
  expect(await writing).toBeGreaterThan(0);
  expect(saved.code, saved.err).toBe(0);
  expect((await run(["backup", file], env)).code).toBe(2);
  expect((await run(["backup"], env)).code).toBe(2);

  const restored = await run(["restore", file, "--json"], { AMTSWEG_DATA_DIR: other });
  expect(restored.code, restored.err).toBe(0);
  const [from, to] = [JSON.parse(saved.out) as Sums, JSON.parse(restored.out) as Sums];
  expect(to).toEqual(from);
  expect(to.tables["case_file"]).toBeGreaterThan(0);
  expect(Object.keys(to.heads)).not.toHaveLength(0);
  expect((await run(["restore", file], { AMTSWEG_DATA_DIR: other })).code).toBe(1);
  expect((await run(["restore", join(folder, "fehlt.gz")], { AMTSWEG_DATA_DIR: other })).code).toBe(2);

  expect((await run(["verify-journal"], env)).code).toBe(0);
  expect((await run(["verify-journal"], { AMTSWEG_DATA_DIR: other })).code).toBe(0);
  const [chain] = Object.keys(from.heads);
  const owner = database.connectionString("amtsweg", "amtsweg_owner");
  await ask(
    owner,
    `alter table journal disable trigger user; update journal set event = 'changedAfterwards' where chain = '${chain}' and seq = 1`,
  );
  const broken = await run(["verify-journal"], env);
  expect(broken.code).toBe(1);
  expect(broken.out).toContain(`${chain}: FEHLER bei Eintrag 1: Eintrag wurde geändert`);
  await database.release();
  expect((await demo.kill("SIGTERM")).code).toBe(0);
}, 600_000);

test.each(["verify-journal", "backup"])("%s beside DATABASE_URL asks for the owner's address", async (name) => {
  const { code, err } = await run([name, "x"], { DATABASE_URL: settings.DATABASE_URL });
  expect(code).toBe(2);
  expect(err).toContain("Es fehlt DATABASE_OWNER_URL");
});

test("serve waits for a database that is not there yet, refuses one without schema, and one that does not let it in", async () => {
  const folder = emptyFolder();
  const first = await startEmbeddedPostgres(folder);
  const address = (user: string, database = "amtsweg"): string => first.connectionString(database, user);
  await createDatabase(address("postgres", "postgres"), "amtsweg");
  const env = { ...settings, PORT: "0", BASE_URL: "http://localhost" };
  const unmigrated = await run(["serve"], { ...env, DATABASE_URL: address("amtsweg_app") });
  expect([unmigrated.code, unmigrated.err]).toEqual([1, expect.stringContaining("Bitte zuerst »amtsweg migrate«")]);
  const migrated = await run(["migrate"], { DATABASE_OWNER_URL: address("amtsweg_owner") });
  expect([migrated.code, migrated.err]).toEqual([0, ""]);
  const stranger = await run(["serve"], { ...env, DATABASE_URL: address("nobody_known") });
  expect([stranger.code, stranger.err]).toEqual([1, expect.stringContaining("lässt Amtsweg nicht ein")]);
  await first.stop();
  const waiting = amtsweg(["serve"], { ...env, DATABASE_URL: address("amtsweg_app") });
  await waiting.line(/Amtsweg wartet auf sie/);
  const second = await startEmbeddedPostgres(folder);
  await waiting.line(/Amtsweg läuft/);
  expect((await waiting.kill("SIGTERM")).code).toBe(0);
  await second.stop();
}, 180_000);

test("demo does not open data of an operation", async () => {
  const folder = dataFolder();
  const database = await startEmbeddedPostgres(join(folder, "postgres"));
  await createDatabase(database.connectionString("postgres"), "amtsweg");
  const owner = database.connectionString("amtsweg", "amtsweg_owner");
  await run(["migrate"], { DATABASE_OWNER_URL: owner });
  await ask(
    owner,
    `insert into officer (id, issuer, subject, display_name, authority_id, roles)
     values (gen_random_uuid(), 'https://anmeldung.example', 'x', 'E. Echt', 'ABH-05954036', '{caseworker}')`,
  );
  await database.stop();
  const { code, err } = await run(["demo"], { AMTSWEG_DATA_DIR: folder, PORT: "0" });
  expect([code, err]).toEqual([2, expect.stringContaining("stammt aus dem Betrieb")]);
}, 180_000);

test("verify-journal without a database says where it looked", async () => {
  const { code, err } = await run(["verify-journal"], { AMTSWEG_DATA_DIR: emptyFolder() });
  expect(code).toBe(1);
  expect(err).toContain("gibt es keine Datenbank von Amtsweg");
});

/** Signs in as a browser would, through the demo provider; gives the session token. */
async function signedIn(url: string): Promise<string> {
  const jar = new Map<string, string>();
  let address = `${url}/anmelden?konto=witten-beispiel`;
  for (let hop = 0; hop < 12; hop++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(address, { redirect: "manual", headers: { cookie } });
    await response.text();
    for (const line of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=", 2);
      jar.set(name, value);
    }
    const token = jar.get("amtsweg");
    if (token) return token;
    const next = response.headers.get("location");
    if (!next) throw new Error(`sign-in stopped at ${address}: ${response.status}`);
    address = new URL(next, address).href;
  }
  throw new Error("sign-in goes round in circles");
}
