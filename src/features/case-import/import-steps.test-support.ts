/** The steps of an import over HTTP, as a clerk would click them. Only for tests. */
import type { FictionalTable } from "../../../test/fixtures/spreadsheets.ts";
import type { TestApp } from "../../../test/harness/app.ts";
import type { TestClient } from "../../../test/harness/client.ts";

export type Uploaded = { id: string; path: string };

export const fileOf = (bytes: Uint8Array | string, name = "faelle.csv"): File =>
  new File([typeof bytes === "string" ? bytes : new Uint8Array(bytes)], name);

/** Uploads a file that must be accepted. */
export async function upload(client: TestClient, file: File): Promise<Uploaded> {
  const response = await client.post("/import", { datei: file });
  const location = response.headers.get("location") ?? "";
  const id = /^\/import\/([0-9a-f-]{36})\/zuordnung$/.exec(location)?.[1];
  if (!id) throw new Error(`upload refused: ${response.status} ${(await response.text()).slice(0, 3000)}`);
  return { id, path: `/import/${id}` };
}

/** The values that the form of a page would send. */
export function formValues(html: string, action: string): Record<string, string> {
  const form = html.split("<form").find((part) => part.includes(`action="${action}"`)) ?? "";
  const body = form.split("</form>")[0] ?? "";
  const values: Record<string, string> = {};
  for (const [, name, value] of body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g))
    if (name) values[name] = value ?? "";
  for (const [, name, options] of body.matchAll(/<select[^>]* name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g))
    if (name) values[name] = /<option value="([^"]*)" selected/.exec(options ?? "")?.[1] ?? "";
  return values;
}

/** Confirms the proposed columns, with changes, and waits for the verdicts. */
export async function confirmColumns(
  app: TestApp,
  client: TestClient,
  { path }: Uploaded,
  changes: Record<string, string> = {},
): Promise<Response> {
  const action = `${path}/zuordnung`;
  const response = await client.post(action, { ...formValues(await client.page(action), action), ...changes });
  await app.jobsDone();
  return response;
}

/** Presses „Übernehmen“ and waits until it is done. */
export async function takeOver(app: TestApp, client: TestClient, { path }: Uploaded): Promise<Response> {
  const action = `${path}/uebernehmen`;
  const response = await client.post(action, formValues(await client.page(path), action));
  await app.jobsDone();
  return response;
}

/** The whole way from the file to the cases. */
export async function importFile(app: TestApp, client: TestClient, file: File): Promise<Uploaded> {
  const uploaded = await upload(client, file);
  await confirmColumns(app, client, uploaded);
  await takeOver(app, client, uploaded);
  return uploaded;
}

/** Rows by verdict as stored. */
export async function verdictsOf(app: TestApp, { id }: Uploaded): Promise<Record<string, number>> {
  const rows = await app.sql("select verdict, count(*)::int as n from import_row where batch_id = $1 group by 1", [id]);
  return Object.fromEntries(rows.map(({ verdict, n }) => [String(verdict), Number(n)]));
}

/** Cases of the own authority as stored. */
export const caseCount = async (app: TestApp): Promise<number> =>
  Number((await app.sql("select count(*)::int as n from case_file"))[0]?.["n"]);

/** The table with file numbers of its own, so that tests of one database do not meet. */
export const numbered = ({ header, rows }: FictionalTable, prefix: string): FictionalTable => ({
  header,
  rows: rows.map(([number, ...rest]) => [`${prefix}-${number}`, ...rest]),
});
