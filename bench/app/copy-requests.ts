/**
 * Measures and requests for generated cases: every row of one that officials took there through the pages, copied with
 * other ids. Writes as superuser past all rules, so it may only ever meet the private database of the benchmark.
 */
import type { BenchApp } from "./bench-app.ts";
import { caseIdAt } from "./generate-cases.ts";

const tables = [
  "measure",
  "measure_person",
  "measure_plan",
  "gate_answer",
  "voluntary_return",
  "hazard_assessment",
  "hazard_finding",
  "request",
  "request_content",
  "request_entry",
  "disclosure",
  "case_party",
] as const;

type Row = { table: string; row: string };

/** All rows that hang on the case of the template. */
async function rowsOf({ sql }: BenchApp, caseId: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const table of tables) {
    const where =
      table === "request_content" || table === "request_entry"
        ? "request_id in (select id from request where case_id = $1)"
        : "case_id = $1";
    for (const { row } of await sql(`select to_jsonb(t)::text as row from ${table} t where ${where}`, [caseId]))
      rows.push({ table, row: String(row) });
  }
  return rows;
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/**
 * Copies to the cases with these numbers. `kept`: ids that stay, such as officers. `kind` keeps ids of two templates apart.
 * Returns how the id of the template's request becomes that of a copy.
 */
export async function copyRequests(
  app: BenchApp,
  template: { caseId: string; kind: string },
  kept: ReadonlySet<string>,
  numbers: readonly number[],
): Promise<(templateId: string, number: number) => string> {
  const rows = await rowsOf(app, template.caseId);
  const ids = [...new Set(rows.flatMap(({ row }) => row.match(uuid) ?? []))].filter((id) => !kept.has(id));
  const places = new Map(ids.map((id, place) => [id, place]));
  const copyId = (id: string, number: number): string =>
    id === template.caseId
      ? caseIdAt(number)
      : `0193${template.kind}${(places.get(id) ?? 0).toString(16).padStart(2, "0")}-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;
  for (const table of tables) {
    const copies = numbers.flatMap((number) =>
      rows
        .filter((row) => row.table === table)
        .map(({ row }) =>
          row
            .replaceAll(uuid, (id) => (kept.has(id) ? id : copyId(id, number)))
            .replace(/"number": "([^"]+)"/, `"number": "$1-${template.kind}${number}"`),
        ),
    );
    for (let at = 0; at < copies.length; at += 2000)
      await app.sql(
        `with off as materialized (select set_config('session_replication_role', 'replica', true))
         insert into ${table} select (jsonb_populate_record(null::${table}, row::jsonb)).* from off, unnest($1::text[]) row`,
        [copies.slice(at, at + 2000)],
      );
  }
  return copyId;
}
