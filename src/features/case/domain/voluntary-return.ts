/**
 * The offer of voluntary return (freiwillige Ausreise; § 86a AufenthG) and its life, one table (domain report 4.16).
 * Nobody is ever too late to leave on their own: departure is possible from every state, and a new offer after every end.
 */
import { type Day, isAfter, isBefore } from "../../../kernel/day.ts";
import { ok, refused, type Result } from "../../../kernel/result.ts";
import { departureProofs } from "./legal-event-choices.ts";

/** State of an offer of voluntary return (Stand der freiwilligen Ausreise); each state carries only what it knows. */
export type VoluntaryReturn =
  | { status: "offered"; on: Day }
  | { status: "counselled"; on: Day; by: string }
  | { status: "applied"; on: Day; programme: string }
  | { status: "approved"; on: Day; programme: string; validUntil?: Day }
  | { status: "booked"; on: Day; programme: string; departureOn: Day }
  | { status: "departed"; on: Day; proof: DepartureProof }
  | { status: "declined"; on: Day; statement: string }
  | { status: "withdrawn"; on: Day; reason: string }
  | { status: "expired"; on: Day; reason: string };

/** Accepted proof that the person left (Ausreisenachweis; § 50 AufenthG). */
export type DepartureProof = Exclude<keyof typeof departureProofs, "none">;

/** What happens to an offer of voluntary return (Ereignis der freiwilligen Ausreise). */
export type VoluntaryReturnEvent =
  | { type: "offered"; on: Day }
  | { type: "counselled"; on: Day; by: string; isIndependent: boolean }
  /** §§ 60a Abs. 5b Nr. 2, 60c Abs. 2 Nr. 5b AufenthG: an application can exclude work and training; the person must know. */
  | { type: "applied"; on: Day; programme: string; consequencesExplained: boolean }
  | { type: "approved"; on: Day; validUntil?: Day }
  | { type: "booked"; on: Day; departureOn: Day }
  | { type: "departed"; on: Day; proof: keyof typeof departureProofs }
  | { type: "declined"; on: Day; statement: string }
  | { type: "withdrawn"; on: Day; reason: string }
  | { type: "expired"; on: Day; reason: string };

export const voluntaryReturnRefusals = {
  notPossible: "Dieser Schritt ist jetzt nicht möglich.",
  counsellorMissing: "Geben Sie an, welche Stelle beraten hat.",
  notIndependent: "Die Beratung muss unabhängig sein. Vermerken Sie das Gespräch als Angebot.",
  consequencesNotExplained:
    "Erklären Sie vor dem Antrag die Folgen für Beschäftigung und Ausbildungsduldung (§§ 60a Abs. 5b, 60c Abs. 2 AufenthG).",
  programmeMissing: "Geben Sie das Förderprogramm an.",
  reasonMissing: "Geben Sie eine Begründung ein.",
  proofMissing: "Ohne Nachweis gilt die Ausreise nicht als erfolgt (§ 50 AufenthG).",
  departureInPast: "Der gebuchte Ausreisetag liegt vor dem Tag der Buchung.",
  notYetExpired: "Die Bewilligung oder die Buchung gilt noch.",
} as const;

/** Why a step of the voluntary return was refused (Ablehnungsgrund). */
export type VoluntaryReturnRefusal = keyof typeof voluntaryReturnRefusals;

/** Name of a state of the voluntary return (Status). */
export type VoluntaryReturnStatus = VoluntaryReturn["status"];

/** Name of an event of the voluntary return (Ereignisart); each leads to the state of the same name. */
export type VoluntaryReturnEventType = VoluntaryReturnEvent["type"];

type Status = VoluntaryReturnStatus;
type EventType = VoluntaryReturnEventType;
type In<S extends Status> = Extract<VoluntaryReturn, { status: S }>;
type On<T extends EventType> = Extract<VoluntaryReturnEvent, { type: T }>;
type Step<From, Event> = (from: From, event: Event) => VoluntaryReturn | VoluntaryReturnRefusal;

const isBlank = (text: string): boolean => text.trim() === "";

export function offer(on: Day): VoluntaryReturn {
  return { status: "offered", on };
}
const offerAgain: Step<VoluntaryReturn, On<"offered">> = (_, { on }) => offer(on);

const counsel: Step<VoluntaryReturn, On<"counselled">> = (_, { on, by, isIndependent }) => {
  if (isBlank(by)) return "counsellorMissing";
  return isIndependent ? { status: "counselled", on, by: by.trim() } : "notIndependent";
};

const apply: Step<VoluntaryReturn, On<"applied">> = (_, { on, programme, consequencesExplained }) => {
  if (!consequencesExplained) return "consequencesNotExplained";
  return isBlank(programme) ? "programmeMissing" : { status: "applied", on, programme: programme.trim() };
};

const approve: Step<In<"applied">, On<"approved">> = ({ programme }, { on, validUntil }) => ({
  status: "approved",
  on,
  programme,
  ...(validUntil && { validUntil }),
});

const book: Step<In<"approved" | "booked">, On<"booked">> = ({ programme }, { on, departureOn }) =>
  isBefore(departureOn, on) ? "departureInPast" : { status: "booked", on, programme, departureOn };

const depart: Step<VoluntaryReturn, On<"departed">> = (_, { on, proof }) =>
  proof === "none" ? "proofMissing" : { status: "departed", on, proof };

const decline: Step<VoluntaryReturn, On<"declined">> = (_, { on, statement }) => ({
  status: "declined",
  on,
  statement: statement.trim(),
});

const withdraw: Step<VoluntaryReturn, On<"withdrawn">> = (_, { on, reason }) =>
  isBlank(reason) ? "reasonMissing" : { status: "withdrawn", on, reason: reason.trim() };

const expire: Step<VoluntaryReturn, On<"expired">> = (from, { on, reason }) => {
  // Until its last day, or the booked day, it holds forced planning (G28); before that only the person withdraws it.
  const lastDay =
    from.status === "approved" ? from.validUntil : from.status === "booked" ? from.departureOn : undefined;
  if (lastDay && !isAfter(on, lastDay)) return "notYetExpired";
  return isBlank(reason) ? "reasonMissing" : { status: "expired", on, reason: reason.trim() };
};

const never = {
  offered: null,
  counselled: null,
  applied: null,
  approved: null,
  booked: null,
  departed: null,
  declined: null,
  withdrawn: null,
  expired: null,
};
const ended = { ...never, offered: offerAgain, departed: depart };
const pending = { ...never, departed: depart, withdrawn: withdraw, expired: expire };

/** Every status answers every event: with a step, or with `null` for "never". */
const steps: { [S in Status]: { [T in EventType]: Step<In<S>, On<T>> | null } } = {
  offered: { ...pending, withdrawn: null, counselled: counsel, declined: decline },
  counselled: { ...pending, withdrawn: null, counselled: counsel, applied: apply, declined: decline },
  applied: { ...pending, approved: approve, declined: null },
  approved: { ...pending, booked: book },
  booked: { ...pending, booked: book },
  departed: never,
  declined: { ...ended, counselled: counsel },
  withdrawn: ended,
  expired: ended,
};

export function changeVoluntaryReturn(
  from: VoluntaryReturn,
  event: VoluntaryReturnEvent,
): Result<VoluntaryReturn, VoluntaryReturnRefusal> {
  // The table pairs each step with its own status and event; the compiler cannot follow that through two lookups.
  const step = steps[from.status][event.type] as Step<VoluntaryReturn, VoluntaryReturnEvent> | null;
  const next = step ? step(from, event) : "notPossible";
  return typeof next === "string" ? refused(next) : ok(next);
}

export const voluntaryReturnStatuses = Object.keys(steps) as Status[];

/** What a page may offer as buttons, and what the docs draw as a diagram. */
export const possibleEvents = (status: Status): EventType[] =>
  (Object.keys(steps[status]) as EventType[]).filter((type) => steps[status][type] !== null);

/** Gate G28: an approved or booked voluntary return holds every forced planning until it ends. */
export const holdsForcedPlanning = ({ status }: VoluntaryReturn): boolean =>
  status === "approved" || status === "booked";
