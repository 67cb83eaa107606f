/**
 * Takes an uploaded table: read completely, staged row by row, columns proposed. The file itself is not kept, and nothing
 * becomes a case here.
 */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import { newId } from "../../kernel/id.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Change } from "../../platform/change.ts";
import type { Context } from "../../platform/context.ts";
import type { SheetRow } from "./domain/sheet-row.ts";
import { mappingFor, ownHeader } from "./earlier-mapping.ts";
import { lastMapping } from "./queries.ts";
import type { FileRefusal } from "./spreadsheet/file-refusal.ts";
import { readInThread } from "./spreadsheet/read-in-thread.ts";

export type UploadedFile = { name: string; bytes: Uint8Array };

const rowsAtOnce = 2000;

/** Gives the id of the import, or why the file is not read. */
export async function uploadFile(context: Context, file: UploadedFile): Promise<Result<string, FileRefusal>> {
  const read = await readInThread(file.bytes, file.name);
  if (!read.ok) return read;
  const { header, rows, notes } = read.value;
  const id = newId();
  const { authorityId, officerId } = context.actor;
  const earlier =
    (await lastMapping(context, authorityId, header)) ?? (await lastMapping(context, authorityId, ownHeader(header)));
  const mapping = mappingFor(read.value, earlier);
  return context.change(async (change) => {
    await change.trx
      .insertInto("import_batch")
      .values({
        id,
        owner_id: authorityId,
        officer_id: officerId,
        file_name: shownName(file.name),
        sha256: createHash("sha256").update(file.bytes).digest(),
        status: "mapping",
        header,
        mapping: JSON.stringify(mapping),
        notes,
        row_count: rows.length,
      })
      .execute();
    for (let at = 0; at < rows.length; at += rowsAtOnce) await stage(change, id, rows.slice(at, at + rowsAtOnce));
    change.record({ subject: `import:${id}`, event: "importUploaded", data: { rows: rows.length } });
    return ok(id);
  });
}

const stage = ({ trx, actor }: Change, batchId: string, rows: readonly SheetRow[]): Promise<unknown> =>
  sql`insert into import_row (batch_id, owner_id, row_no, cells)
    select ${batchId}, ${actor.authorityId}, r."rowNo", array(select jsonb_array_elements_text(r.cells))
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("rowNo" int, cells jsonb)`.execute(trx);

/** The name without folder and control characters, as the list shows it. */
function shownName(name: string): string {
  const bare =
    name
      .split(/[/\\]/)
      .at(-1)
      ?.replaceAll(/\p{Cc}/gu, "")
      .trim() ?? "";
  return [...bare].slice(-150).join("") || "Tabelle";
}
