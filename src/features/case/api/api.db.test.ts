import { afterAll, expect, test } from "vitest";
import { startTestApp } from "../../../../test/harness/app.ts";
import { newId } from "../../../kernel/id.ts";

const app = await startTestApp();
afterAll(app.close);

const official = await app.as("witten-beispiel");
const input = (more: Record<string, unknown> = {}) => ({
  fileNumber: "31.50-0001",
  familyName: "Đurić-Muster",
  givenNames: "Țvetana",
  birthDate: "1990-00-00",
  nationality: "998",
  postcode: "58452",
  ags: "05954036",
  ...more,
});
const etag = async (id: string) => ({
  "if-match": (await official.get(`/api/v1/cases/${id}`)).headers.get("etag") ?? "",
});
const put = async (path: string, body: unknown, headers: Record<string, string>) =>
  official.json(path, body, { method: "PUT", headers });

test("a case opened through the API is the same as one opened by hand; the same id opens it once", async () => {
  const id = newId();
  const answers = [
    await official.json("/api/v1/cases", input({ id })),
    await official.json("/api/v1/cases", input({ id })),
  ];
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  expect(
    await app.sql("select c.file_number, a.place from case_file c join case_address a on a.case_id = c.id"),
  ).toEqual([{ file_number: "31.50-0001", place: "Witten" }]);
});

test.each([
  [{ familyName: "" }, "familyName"],
  [{ fileNumber: "31.50-0001" }, "fileNumber"],
  [{ birthDate: "1990-02-31" }, "birthDate"],
  [{ ags: "" }, "ags"],
  [{ ags: "99999999" }, "ags"],
])("%j is refused at its field, in German", async (wrong, field) => {
  const answer = await official.json("/api/v1/cases", input({ fileNumber: "31.50-0009", ...wrong }));
  expect(answer.headers.get("content-type")).toContain("application/problem+json");
  const problem = (await answer.json()) as { errors: { field: string; message: string }[] };
  expect(problem).toMatchObject({ status: 422, errors: [{ field }] });
  expect(problem.errors[0]?.message).toMatch(/[.“)]$/);
});

test("person and address are replaced from the version that was read", async () => {
  const [file] = await app.sql("select id from case_file where file_number = '31.50-0001'");
  const id = String(file?.["id"]);
  const seen = await etag(id);
  expect((await put(`/api/v1/cases/${id}/person`, { familyName: "Neumann-Muster" }, seen)).status).toBe(200);
  expect((await put(`/api/v1/cases/${id}/address`, { ags: "05911000" }, seen)).status).toBe(409);
  expect((await put(`/api/v1/cases/${id}/address`, { ags: "05911000" }, {})).status).toBe(428);
  expect((await put(`/api/v1/cases/${id}/address`, { ags: "05911000" }, await etag(id))).status).toBe(200);
  expect(await app.sql("select municipality_ags from case_file where id = $1", [id])).toEqual([
    { municipality_ags: "05911000" },
  ]);
});

test("the list goes on by its cursor, holds no names, and knows no foreign cursor", async () => {
  for (const number of [2, 3]) await official.json("/api/v1/cases", input({ fileNumber: `31.50-000${number}` }));
  const read = async (path: string) =>
    (await official.get(path)).json() as Promise<{ items: { fileNumber: string }[]; next: string | null }>;
  const first = await read("/api/v1/cases?limit=2");
  const second = await read(`/api/v1/cases?limit=2&cursor=${first.next}`);
  const numbers = [...first.items, ...second.items].map(({ fileNumber }) => fileNumber);
  expect([numbers, second.next]).toEqual([["31.50-0001", "31.50-0002", "31.50-0003"], null]);
  expect(JSON.stringify(first)).not.toContain("Muster");
  expect((await official.get("/api/v1/cases?cursor=Unsinn")).status).toBe(422);
  expect((await official.get("/api/v1/cases?sort=nationality")).status).toBe(422);
});

test("another authority lists none of these, and police may not list", async () => {
  expect(await (await (await app.as("bochum-fremd")).get("/api/v1/cases")).json()).toEqual({ items: [], next: null });
  expect((await (await app.as("bochum-wache")).get("/api/v1/cases")).status).toBe(403);
});
