/** With a scanner set up, every attachment goes through it before anything is stored. */
import { afterAll, expect, test } from "vitest";
import { eicar, startFakeClamd } from "../../platform/documents/fake-clamd.testing.ts";

// Before the program is loaded, as an operator sets it.
const clamd = await startFakeClamd({ port: 0 });
process.env["CLAMD_ADDRESS"] = `tcp://127.0.0.1:${clamd.port}`;
const { startTestApp } = await import("../../../test/harness/app.ts");
const { assessedMeasure, draftedRequest } = await import("../../../test/harness/assistance.ts");
const { enforceableCase, openedMeasure } = await import("../../../test/harness/prepared-case.ts");
const { newId } = await import("../../kernel/id.ts");

const app = await startTestApp();
afterAll(app.close);
const author = await app.as("witten-beispiel");
const measureId = await openedMeasure(app, await enforceableCase(app));
await assessedMeasure(app, measureId);
const id = await draftedRequest(app, measureId);

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const upload = (bytes: Buffer) =>
  author.post(`/ersuchen/${id}/anlagen`, {
    id: newId(),
    kind: "other",
    title: "Anlage zur Probe",
    file: new File([new Uint8Array(bytes)], "anlage.png"),
  });
const stored = () => app.sql("select scan from attachment where request_id = $1", [id]);

test("an infected file is refused in words and not stored", async () => {
  const response = await upload(Buffer.concat([png, Buffer.from(eicar)]));
  expect(response.status).toBe(422);
  const answer = await response.text();
  expect(answer).toContain("Der Virenscanner hat Schadsoftware gefunden.");
  expect(answer).not.toContain("Ein Virenscanner ist nicht eingerichtet.");
  expect(await stored()).toEqual([]);
});

test("a clean file is scanned whole, and the page says so", async () => {
  expect((await upload(png)).status).toBe(303);
  expect(clamd.received.at(-1)?.equals(png)).toBe(true);
  expect(await stored()).toEqual([{ scan: "clean" }]);
  expect(await author.page(`/ersuchen/${id}`)).toContain("Auf Schadsoftware geprüft, ohne Fund.");
});

test("a scanner that does not answer lets nothing through", async () => {
  await clamd.close();
  const response = await upload(png);
  expect(response.status).toBe(422);
  expect(await response.text()).toContain("Der Virenscanner antwortet nicht.");
  expect(await stored()).toHaveLength(1);
});
