/**
 * What a kind of request registers. The envelope does the rest: adding a kind means one folder and one line. A type can
 * add conditions and stages, but it can take no step away from the requester who withdraws.
 */
import type { LegalReference } from "../../../kernel/legal-reference.ts";
import { refused, type Result } from "../../../kernel/result.ts";
import type { Party, RequestEvent, RequestEventType, RequestRefusal, RequestState, RequestStatus } from "./request.ts";
import { transition } from "./request-table.ts";

/** Feldschema eines Ersuchens an der Systemgrenze; ein Zod-Schema passt (§ 86 Satz 1 AufenthG: nur Erforderliches). */
export type FieldSchema<Fields> = {
  safeParse: (input: unknown) => { success: true; data: Fields } | { success: false; error: { issues: unknown[] } };
};

/** Ausschnitt eines Ersuchens: welche Felder wem in welcher Eigenschaft auf welcher Rechtsgrundlage (§ 86 AufenthG). */
export type Slice = {
  compartment: string;
  fields: readonly string[];
  capacity: string;
  legalBasis: LegalReference;
};

/** Zwischenstufe einer Ersuchensart innerhalb eines Stands, zum Beispiel "eingewiesen" (§§ 47 ff. PolG NRW). */
export type Stage = { in: RequestStatus; name: string; label: string; after: string | undefined };

/** Ereignis, an das eine Ersuchensart Bedingungen knüpfen darf; das Zurückziehen gehört nicht dazu (domain.md 4). */
export type GuardedEvent = Exclude<RequestEventType, "withdrawn">;

/** Ersuchensart: Felder, Stufen, Bedingungen, Rechte, Ausschnitte, geöffnete Prüfpunkte, Brief (§§ 4 ff. VwVfG). */
export type RequestType<Fields> = {
  id: string;
  germanName: string;
  norm: LegalReference;
  schema: FieldSchema<Fields>;
  stages: readonly Stage[];
  /** Names of what is missing before an event may happen; an empty list lets it pass. */
  guards: Partial<Record<GuardedEvent, (fields: Fields, event: RequestEvent) => readonly string[]>>;
  roles: Record<Party, readonly string[]>;
  slices: readonly Slice[];
  opensGates: readonly string[];
  letterTemplate: string;
};

/** Ersuchen mit Stand, Zwischenstufe und Feldern seiner Art (§§ 4 ff. VwVfG; domain.md 4). */
export type Request<Fields> = { state: RequestState; stage: string | undefined; fields: Fields };

/** Ablehnung eines Schritts durch Tabelle oder Ersuchensart, mit dem, was fehlt (§§ 4 ff. VwVfG; domain.md 4). */
export type DecideRefusal = { code: RequestRefusal } | { code: "missing"; missing: readonly string[] };

const parties: Record<RequestEventType, readonly Party[]> = {
  sent: ["requester"],
  received: ["addressee"],
  reviewStarted: ["addressee"],
  questionAsked: ["addressee"],
  questionAnswered: ["requester"],
  accepted: ["addressee"],
  acceptedWithConditions: ["addressee"],
  conditionsAgreed: ["requester"],
  declined: ["addressee"],
  contested: ["requester", "addressee"],
  mediationStarted: ["requester", "addressee", "mediator"],
  amended: ["requester"],
  executed: ["requester", "addressee"],
  debriefed: ["requester", "addressee"],
  withdrawn: ["requester"],
};

/** Who may do what: the right side of the request, in a role that the type names for that side. */
export const mayDo = <Fields>(
  type: RequestType<Fields>,
  event: RequestEventType,
  actor: { party: Party; role: string },
): boolean => parties[event].includes(actor.party) && type.roles[actor.party].includes(actor.role);

/** One step of a request: first what its type demands, then the table that all requests share. */
export function decide<Fields>(
  type: RequestType<Fields>,
  request: Request<Fields>,
  event: RequestEvent,
): Result<Request<Fields>, DecideRefusal> {
  const missing = event.type === "withdrawn" ? [] : (type.guards[event.type]?.(request.fields, event) ?? []);
  const next = transition(request.state, event);
  if (!next.ok) return refused({ code: next.refusal });
  if (missing.length > 0) return refused({ code: "missing", missing });
  const stage = next.value.status === request.state.status ? request.stage : undefined;
  return { ok: true, value: { ...request, state: next.value, stage } };
}

/** Reaches a stage that the type has inside the present status, in the order the type gives. */
export function reachStage<Fields>(
  type: RequestType<Fields>,
  request: Request<Fields>,
  name: string,
): Result<Request<Fields>, DecideRefusal> {
  const stage = type.stages.find((each) => each.in === request.state.status && each.name === name);
  return stage && stage.after === request.stage
    ? { ok: true, value: { ...request, stage: name } }
    : refused({ code: "notPossible" });
}
