/** The hub over an outage: it comes back, with one connection, however often it had to try. */
import { expect, onTestFinished, test } from "vitest";
import { ask, emptyFolder } from "../../../test/harness/embedded-folder.ts";
import { startEmbeddedPostgres } from "../embedded-postgres/index.ts";
import { openLiveHub } from "./hub.ts";

test("after an outage of many attempts one connection listens, and open pages are told to look", async () => {
  const folder = emptyFolder();
  const first = await startEmbeddedPostgres(folder, { durable: false });
  const address = first.connectionString("postgres");
  const connections = async (): Promise<number> => {
    const sql = "select count(*)::int as n from pg_stat_activity where application_name = 'amtsweg live'";
    return ((await ask(address, sql)) as { n: number }[])[0]?.n ?? 0;
  };
  const hub = openLiveHub(address, { reconnectMs: 1 });
  onTestFinished(() => hub.close());
  const told: string[] = [];
  hub.subscribe(["stops:X"], (topic) => told.push(topic));
  await expect.poll(connections).toBe(1);
  await first.stop();
  // Far more than the attempts that the test needs; doubling with each of them would be thousands.
  await new Promise((done) => setTimeout(done, 300));
  const second = await startEmbeddedPostgres(folder, { durable: false });
  await expect.poll(() => told).toContain("*");
  expect(await connections()).toBe(1);
  await ask(address, "notify amtsweg, 'stops:X'");
  await expect.poll(() => told.at(-1)).toBe("stops:X");
  await second.stop();
});
