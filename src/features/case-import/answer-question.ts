/** The clerk's answer to a row's question: which municipality (Gemeinde) is meant. Nobody else answers it. */
import { sql } from "kysely";
import { ok, refused, type Result } from "../../kernel/result.ts";
import type { Context } from "../../platform/context.ts";
import { fileNumberKey, knownCases } from "../case/index.ts";
import type { PlaceQuestion } from "./domain/address.ts";
import { answerMunicipality, type CaseDraft } from "./domain/case-draft.ts";
import { lockBatch, wrongState } from "./lock-batch.ts";

export type Answer = { rowNo: number; ags: string; forAllAlike: boolean };
export type AnswerRefusal = "unknownRow" | "notOffered";

/** Gives how many rows were answered. Alike are rows with the very same question: same words, same candidates. */
export async function answerQuestion(
  context: Context,
  batchId: string,
  { rowNo, ags, forAllAlike }: Answer,
): Promise<Result<number, AnswerRefusal>> {
  return context.change(async (change) => {
    const batch = await lockBatch(change, batchId);
    if (batch.status !== "judged" && batch.status !== "done")
      throw wrongState("Rückfragen können beantwortet werden, sobald die Prüfung fertig ist.");
    const row = await change.db
      .selectFrom("import_row")
      .select("question")
      .where("batch_id", "=", batchId)
      .where("row_no", "=", rowNo)
      .where("verdict", "=", "question")
      .executeTakeFirst();
    if (!row) return refused("unknownRow");
    const question: PlaceQuestion = row.question;
    const chosen = question.candidates.find((candidate) => candidate.ags === ags);
    if (!chosen) return refused("notOffered");
    let alike = change.db
      .selectFrom("import_row")
      .select(["row_no", "draft"])
      .where("batch_id", "=", batchId)
      .where("verdict", "=", "question");
    alike = forAllAlike ? alike.where("question", "=", JSON.stringify(question)) : alike.where("row_no", "=", rowNo);
    const rows: { row_no: number; draft: CaseDraft }[] = await alike.execute();
    const known = await knownCases(
      change,
      batch.ownerId,
      rows.map(({ draft }) => draft.fileNumber),
    );
    const lines = rows.map(({ row_no, draft }) => ({
      row_no,
      draft: answerMunicipality(draft, chosen),
      verdict: known.has(fileNumberKey(draft.fileNumber)) ? "update" : "new",
    }));
    await sql`update import_row r set verdict = v.verdict, draft = v.draft, question = null
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as v(row_no int, verdict text, draft jsonb)
      where r.batch_id = ${batchId} and r.row_no = v.row_no`.execute(change.trx);
    change.record({ subject: `import:${batchId}`, event: "importQuestionAnswered", data: { rows: rows.length, ags } });
    change.announce(`import:${batchId}`);
    return ok(rows.length);
  });
}
