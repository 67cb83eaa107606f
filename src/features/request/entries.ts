/** Lines of the dialogue and of the disclosure ledger; both only grow. */
import { newId } from "../../kernel/id.ts";
import type { Change } from "../../platform/change.ts";
import { disclosuresFor } from "./domain/disclosure.ts";
import type { RequestEvent } from "./domain/request.ts";
import type { RequestType } from "./domain/request-type.ts";
import type { StoredRequest } from "./queries.ts";

export type NewEntry = {
  kind: string;
  text?: string;
  happenedAt: Date;
  data?: Record<string, unknown>;
  bySystem?: boolean;
};

export function addEntry({ send, trx, actor }: Change, request: StoredRequest, entry: NewEntry): void {
  send(
    trx.insertInto("request_entry").values({
      id: newId(),
      request_id: request.id,
      owner_id: request.ownerId,
      kind: entry.kind,
      happened_at: entry.happenedAt,
      officer_id: entry.bySystem ? null : actor.officerId,
      officer_name: entry.bySystem ? "System" : actor.name,
      authority_id: actor.authorityId,
      text: entry.text ?? "",
      data: JSON.stringify(entry.data ?? {}),
    }),
  );
}

type Recipient = { authority: string; capacity: string };

/** Writes down what the content discloses to the recipient: names of fields, never what stands in them. */
function disclose(
  { send, trx }: Change,
  type: RequestType<Record<string, unknown>>,
  request: StoredRequest,
  recipient: Recipient,
  at: Date,
): void {
  const ledger = disclosuresFor(type, request.content ?? {}, recipient, at);
  if (ledger.length === 0) return;
  send(
    trx.insertInto("disclosure").values(
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
    ),
  );
}

type Transmission = Extract<RequestEvent, { type: "sent" | "amended" | "mediationStarted" }>;

/** Sending and amending transmit to the addressee, the call for mediation to the mediator. */
export const discloseContent = (
  change: Change,
  type: RequestType<Record<string, unknown>>,
  request: StoredRequest,
  event: Transmission,
  at: Date,
): void => {
  const recipient =
    event.type === "mediationStarted"
      ? { authority: event.mediator, capacity: "liaison" }
      : { authority: request.addresseeId, capacity: request.addresseeCapacity };
  disclose(change, type, request, recipient, at);
};

/** A file that reaches the addressee of a request that is under way. */
export const discloseFile = ({ send, trx }: Change, request: StoredRequest, kind: string, at: Date): void =>
  send(
    trx.insertInto("disclosure").values({
      id: newId(),
      request_id: request.id,
      owner_id: request.ownerId,
      recipient_id: request.addresseeId,
      case_id: request.caseId,
      disclosed_at: at,
      compartment: "legal",
      fields: [`attachment:${kind}`],
      legal_basis: "§ 86 Satz 1 AufenthG",
    }),
  );
