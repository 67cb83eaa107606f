/**
 * Files of a request (Anlagen, for example court orders): checked, kept with their SHA-256, readable by both sides only
 * while the request is open. Never opened or run here.
 */
import { ok, refused, type Result } from "../../kernel/result.ts";
import type { Change, Db } from "../../platform/change.ts";
import type { Context } from "../../platform/context.ts";
import { acceptUpload, readScanner } from "../../platform/documents/scanner.ts";
import { notFound } from "../../platform/http/problem.ts";
import { isOpen } from "./domain/request.ts";
import { discloseFile } from "./entries.ts";
import { lockRequest } from "./queries.ts";

type Reader = { db: Db };

export const attachmentKinds = {
  searchWarrant: "Durchsuchungsbeschluss",
  custodyOrder: "Haft- oder Gewahrsamsbeschluss",
  other: "Sonstige Anlage",
} as const;
export type AttachmentKind = keyof typeof attachmentKinds;

export type Attachment = {
  id: string;
  kind: AttachmentKind;
  title: string;
  fileName: string;
  mediaType: string;
  size: number;
  sha256: string;
  /** A scanner found nothing; false: none was set up when the file came. */
  scanned: boolean;
  addedAt: Date;
};

const rowsOf = (db: Db, requestId: string) =>
  db.selectFrom("attachment").where("request_id", "=", requestId).where("removed_at", "is", null);

export async function listAttachments({ db }: Reader, requestId: string): Promise<Attachment[]> {
  const rows = await rowsOf(db, requestId)
    .select(["id", "kind", "title", "file_name", "media_type", "size", "sha256", "scan", "added_at"])
    .orderBy("added_at")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    // The check constraint of the table knows these kinds.
    kind: row.kind as AttachmentKind,
    title: row.title,
    fileName: row.file_name,
    mediaType: row.media_type,
    size: row.size,
    sha256: row.sha256.toString("hex"),
    scanned: row.scan === "clean",
    addedAt: row.added_at,
  }));
}

export type AttachmentFile = { fileName: string; mediaType: string; content: Buffer };

export async function readAttachment(
  { db }: Reader,
  requestId: string,
  id: string,
): Promise<AttachmentFile | undefined> {
  const row = await rowsOf(db, requestId)
    .select(["file_name", "media_type", "content"])
    .where("id", "=", id)
    .executeTakeFirst();
  return row && { fileName: row.file_name, mediaType: row.media_type, content: row.content };
}

const scanner = readScanner(process.env);
/** Said on the page: without a scanner nobody should think that one looked. */
export const isScanning = scanner !== undefined;

export type NewAttachment = {
  /** From the form: sending it twice adds one file. */
  id: string;
  requestId: string;
  kind: AttachmentKind;
  title: string;
  file: File;
};

/** Adds a file for the owner; when the request is under way, the ledger names it. Refused with a German sentence. */
export async function addAttachment(context: Context, input: NewAttachment): Promise<Result<string, string>> {
  const bytes = Buffer.from(await input.file.arrayBuffer());
  const checked = await acceptUpload(bytes, input.file.name, { scanner });
  if (!checked.ok) return refused(checked.refusal.message);
  const { fileName, mediaType, sha256, size } = checked.value;
  return context.change(async (change) => {
    const stored = await lockOwn(change, input.requestId);
    if (!isOpen(stored.state)) return refused("Das Ersuchen ist beendet. Anlagen sind nicht mehr möglich.");
    const known = await change.trx.selectFrom("attachment").select("id").where("id", "=", input.id).executeTakeFirst();
    if (known) return ok(input.id);
    await change.trx
      .insertInto("attachment")
      .values({
        id: input.id,
        request_id: stored.id,
        case_id: stored.caseId,
        owner_id: stored.ownerId,
        kind: input.kind,
        title: input.title,
        file_name: fileName,
        media_type: mediaType,
        size,
        sha256: Buffer.from(sha256, "hex"),
        content: bytes,
        scan: scanner ? "clean" : "noScanner",
        added_by: change.actor.officerId,
      })
      .execute();
    if (stored.state.status !== "draft") discloseFile(change, stored, input.kind, context.now);
    recordFile(change, stored, "attachmentAdded", { attachment: input.id, kind: input.kind, sha256 });
    return ok(input.id);
  });
}

/** Takes a file away while the request is a draft; afterwards the other side has it and it stays. */
export async function removeAttachment(context: Context, requestId: string, id: string): Promise<Result<void, string>> {
  return context.change(async (change) => {
    const stored = await lockOwn(change, requestId);
    if (stored.state.status !== "draft") return refused("Nach dem Absenden bleibt eine Anlage beim Ersuchen.");
    await change.trx
      .updateTable("attachment")
      .set({ removed_at: context.now })
      .where("request_id", "=", requestId)
      .where("id", "=", id)
      .execute();
    recordFile(change, stored, "attachmentRemoved", { attachment: id });
    return ok(undefined);
  });
}

async function lockOwn(change: Change, requestId: string) {
  const stored = await lockRequest(change, requestId);
  if (stored.ownerId !== change.actor.authorityId) throw notFound();
  return stored;
}

function recordFile(
  change: Change,
  { id, ownerId, caseId }: { id: string; ownerId: string; caseId: string },
  event: string,
  data: Record<string, unknown>,
): void {
  change.record({ chain: ownerId, subject: `request:${id}`, caseId, event, data });
  change.announce(`request:${id}`);
}
