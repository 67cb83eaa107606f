/**
 * The whole life of a measure as one table: every status answers every event, with a step and the statuses it may lead
 * to, or with `null` for "never". Pages, the database guard and the diagram in docs/domain/massnahme.md read it.
 */
import { ok, refused, type Result } from "../../../kernel/result.ts";
import { statusLabels, type Measure, type MeasureEvent, type MeasureRefusal, type MeasureStatus } from "./measure.ts";
import * as step from "./measure-steps.ts";
import type { In, On } from "./measure-steps.ts";

type EventType = MeasureEvent["type"];
type Take<From, Event> = (from: From, event: Event) => Measure | MeasureRefusal;
type Cell<From, Event> = { to: readonly MeasureStatus[]; take: Take<From, Event> } | null;
type Row<S extends MeasureStatus> = { [T in EventType]: Cell<In<S>, On<T>> };

/** A cell whose step can only lead where the table says: the compiler compares both. */
const to = <From, Event, To extends MeasureStatus>(
  targets: readonly To[],
  take: (from: From, event: Event) => In<NoInfer<To>> | MeasureRefusal,
): { to: readonly MeasureStatus[]; take: Take<From, Event> } => ({ to: targets, take });

const stop = to(["stopped"], step.stop);
const sendBack = to(["draft"], step.sendBack);

const never = {
  gateCheckStarted: null,
  returned: null,
  approvalGiven: null,
  bookingDecided: null,
  bookingRequested: null,
  bookingConfirmed: null,
  bookingLost: null,
  supportArranged: null,
  finalCheckStarted: null,
  released: null,
  executionStarted: null,
  phaseReached: null,
  aborted: null,
  departed: null,
  arrived: null,
  outcomeRecorded: null,
  notificationsSent: null,
  closed: null,
} as const;

/** No row leaves out the stop: `never` has no entry for it, so a status without one does not compile. */
const rows: { [S in MeasureStatus]: Row<S> } = {
  draft: {
    ...never,
    gateCheckStarted: to(["gateCheck"], (from) => ({ ...from, status: "gateCheck" })),
    stopped: stop,
  },
  gateCheck: {
    ...never,
    returned: sendBack,
    approvalGiven: to(["gateCheck", "approved"], step.approve),
    stopped: stop,
  },
  approved: {
    ...never,
    returned: sendBack,
    bookingDecided: to(["approved"], step.decideBooking),
    bookingRequested: to(["bookingRequested"], step.requestBooking),
    supportArranged: to(["supportArranged"], step.arrangeSupport),
    stopped: stop,
  },
  bookingRequested: {
    ...never,
    returned: sendBack,
    bookingConfirmed: to(["booked"], (from, { confirmation }) => ({
      ...step.attemptOf(from),
      status: "booked",
      booking: { kind: "flight", confirmation },
    })),
    bookingLost: to(["approved"], step.loseBooking),
    stopped: stop,
  },
  booked: {
    ...never,
    returned: sendBack,
    bookingLost: to(["approved"], step.loseBooking),
    supportArranged: to(["supportArranged"], step.arrangeSupport),
    stopped: stop,
  },
  supportArranged: {
    ...never,
    returned: sendBack,
    finalCheckStarted: to(["finalCheck"], (from) => ({ ...from, status: "finalCheck" })),
    stopped: stop,
  },
  finalCheck: { ...never, returned: sendBack, released: to(["released"], step.release), stopped: stop },
  released: {
    ...never,
    returned: sendBack,
    executionStarted: to(["inExecution"], step.startExecution),
    stopped: stop,
  },
  inExecution: {
    ...never,
    phaseReached: to(["inExecution"], step.reachPhase),
    aborted: to(["abortedInExecution"], step.abort),
    departed: to(["departed"], step.depart),
    stopped: stop,
  },
  abortedInExecution: {
    ...never,
    outcomeRecorded: to(["outcomeRecorded"], step.recordOutcome),
    stopped: stop,
  },
  departed: {
    ...never,
    aborted: to(["abortedInExecution"], step.abort),
    arrived: to(["arrived"], (from) => ({ ...from, status: "arrived" })),
    stopped: to(["departed"], step.keepStop<"departed">),
  },
  arrived: {
    ...never,
    outcomeRecorded: to(["outcomeRecorded"], step.recordOutcome),
    stopped: to(["arrived"], step.keepStop<"arrived">),
  },
  outcomeRecorded: {
    ...never,
    notificationsSent: to(["notificationsSent"], (from) => ({ ...from, status: "notificationsSent" })),
    stopped: to(["outcomeRecorded"], step.keepStop<"outcomeRecorded">),
  },
  notificationsSent: {
    ...never,
    closed: to(["closed"], (from) => ({ ...from, status: "closed" })),
    stopped: to(["notificationsSent"], step.keepStop<"notificationsSent">),
  },
  closed: { ...never, stopped: to(["closed"], step.keepStop<"closed">) },
  stopped: { ...never, stopped: to(["stopped"], step.keepStop<"stopped">) },
};

export function transition(from: Measure, event: MeasureEvent): Result<Measure, MeasureRefusal> {
  // The table pairs each step with its own status and event; the compiler cannot follow that through two lookups.
  const cell = rows[from.status][event.type] as Cell<Measure, MeasureEvent>;
  if (!cell) return refused({ code: from.status === "stopped" ? "stopped" : "notPossible" });
  const next = cell.take(from, event);
  return "code" in next ? refused(next) : ok(next);
}

/** What a page may offer as buttons. */
export const possibleEvents = (status: MeasureStatus): EventType[] =>
  (Object.keys(rows[status]) as EventType[]).filter((type) => rows[status][type] !== null);

/** Every move from one status to another, for the guard in the database and for the diagram. */
export const moves: readonly { from: MeasureStatus; event: EventType; to: MeasureStatus }[] = (
  Object.keys(rows) as MeasureStatus[]
).flatMap((from) =>
  possibleEvents(from).flatMap((event) => (rows[from][event]?.to ?? []).map((target) => ({ from, event, to: target }))),
);

/** Mermaid text of the table; docs/domain/massnahme.md holds a copy, and a test compares them. */
export function diagram(): string {
  const names = (Object.keys(rows) as MeasureStatus[]).map(
    (status) => `  state "${statusLabels[status]}" as ${status}`,
  );
  const arrows = moves.map(({ from, event, to: target }) => `  ${from} --> ${target}: ${event}`);
  return ["stateDiagram-v2", ...names, "  [*] --> draft", ...arrows, "  closed --> [*]", "  stopped --> [*]"].join(
    "\n",
  );
}
