import { afterAll, describe, expect, test } from "vitest";
import { csvFile, fictionalTable, xlsxFile } from "../../../test/fixtures/spreadsheets.ts";
import { startTestApp } from "../../../test/harness/app.ts";
import { fileOf, numbered } from "./import-steps.test-support.ts";

const app = await startTestApp();
afterAll(app.close);
const official = await app.as("witten-beispiel");

type Answer = { id: string; status: string; columns: { column: number; field: string | null }[] };

const uploaded = async (file: File) => {
  const response = await official.post("/api/v1/imports", { file });
  return { response, etag: response.headers.get("etag") ?? "", body: (await response.json()) as Answer };
};
const put = (path: string, body: unknown, etag: string) =>
  official.json(path, body, { method: "PUT", headers: { "if-match": etag } });

describe("the API", () => {
  test("walks the same way: upload, columns, rows by cursor, answer, apply", async () => {
    const table = numbered(fictionalTable(7), "API");
    table.rows[0] = (table.rows[0] ?? []).with(7, "").with(8, "Münster");
    const { response, etag, body } = await uploaded(fileOf(await xlsxFile(table), "faelle.xlsx"));
    expect([response.status, body.status]).toEqual([201, "mapping"]);
    const path = `/api/v1/imports/${body.id}`;
    const columns = body.columns.map(({ column, field }) => ({ column, field }));
    expect((await put(`${path}/mapping`, { columns: columns.slice(1) }, etag)).status).toBe(422);
    expect((await put(`${path}/mapping`, { columns }, etag)).status).toBe(202);
    expect((await put(`${path}/mapping`, { columns }, etag)).status).toBe(409);
    await app.jobsDone();
    const first = (await (await official.get(`${path}/rows?limit=5`)).json()) as { items: unknown[]; next: string };
    const rest = await official.get(`${path}/rows?limit=5&cursor=${first.next}`);
    expect([first.items.length, await rest.json()]).toMatchObject([
      5,
      { items: [{ rowNo: 7 }, { rowNo: 8 }], next: null },
    ]);
    const questions = await (await official.get(`${path}/rows?verdict=question`)).json();
    expect(questions).toMatchObject({ items: [{ rowNo: 2, question: { candidates: expect.any(Array) } }] });
    const answer = await official.json(`${path}/rows/2/municipality`, { ags: "05515000" }, { method: "PUT" });
    expect(await answer.json()).toEqual({ answered: 1 });
    const read = await official.get(path);
    const applied = await official.json(
      `${path}/apply`,
      {},
      { headers: { "if-match": read.headers.get("etag") ?? "" } },
    );
    expect(applied.status).toBe(202);
    await app.jobsDone();
    expect(await (await official.get(path)).json()).toMatchObject({ status: "done", applied: 7, counts: { new: 7 } });
    expect((await official.json(path, {}, { method: "DELETE" })).status).toBe(204);
  });

  test("refuses a file that is no table, another authority and another role", async () => {
    const { response, body } = await uploaded(fileOf("%PDF-1.7 Muster", "faelle.csv"));
    expect([response.status, body]).toMatchObject([422, { errors: [{ field: "file" }] }]);
    const mine = await uploaded(fileOf(csvFile(fictionalTable(1))));
    const path = `/api/v1/imports/${mine.body.id}`;
    expect((await (await app.as("bochum-fremd")).get(path)).status).toBe(404);
    expect((await (await app.as("witten-muster")).get(path)).status).toBe(403);
  });

  test("an upload with a key arrives unbroken, and a second time not at all", async () => {
    const body = new FormData();
    body.append("file", fileOf(await xlsxFile(numbered(fictionalTable(2), "KEY")), "faelle.xlsx"));
    const packed = new Request("http://localhost/", { method: "POST", body });
    const bytes = await packed.clone().arrayBuffer();
    const send = () =>
      official.send("/api/v1/imports", bytes, {
        "content-type": packed.headers.get("content-type") ?? "",
        "idempotency-key": "probe-import-0001",
      });
    const before = (await app.all("import_batch")).length;
    expect((await send()).status).toBe(201);
    expect((await send()).headers.get("idempotent-replay")).toBe("true");
    expect((await app.all("import_batch")).length).toBe(before + 1);
  });
});
