/** Lines of the dialogue and of the disclosure ledger; both only grow. */
import { newId } from "../../kernel/id.ts";
import type { Change } from "../../platform/change.ts";
import { disclosuresFor } from "./domain/disclosure.ts";
import type { RequestType } from "./domain/request-type.ts";
import type { StoredRequest } from "./queries.ts";

export type NewEntry = { kind: string; text?: string; happenedAt: Date; data?: Record<string, unknown> };

export async function addEntry({ trx, actor }: Change, request: StoredRequest, entry: NewEntry): Promise<void> {
  await trx
    .insertInto("request_entry")
    .values({
      id: newId(),
      request_id: request.id,
      owner_id: request.ownerId,
      kind: entry.kind,
      happened_at: entry.happenedAt,
      officer_id: actor.officerId,
      officer_name: actor.name,
      authority_id: actor.authorityId,
      text: entry.text ?? "",
      data: JSON.stringify(entry.data ?? {}),
    })
    .execute();
}

type Recipient = { authority: string; capacity: string };

/** Writes down what the content discloses to the recipient: names of fields, never what stands in them. */
export async function disclose(
  { trx }: Change,
  type: RequestType<Record<string, unknown>>,
  request: StoredRequest,
  recipient: Recipient,
  at: Date,
): Promise<void> {
  const ledger = disclosuresFor(type, request.content ?? {}, recipient, at);
  if (ledger.length === 0) return;
  await trx
    .insertInto("disclosure")
    .values(
      ledger.map(({ compartment, fields, legalBasis }) => ({
        id: newId(),
        request_id: request.id,
        owner_id: request.ownerId,
        recipient_id: recipient.authority,
        case_id: request.caseId,
        disclosed_at: at,
        compartment,
        fields: [...fields],
        legal_basis: legalBasis.norm,
      })),
    )
    .execute();
}
