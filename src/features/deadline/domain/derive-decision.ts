/**
 * From decisions and their service: claim period, grounds of claim, and the departure period that follows. A claim or motion
 * that came too late is shown as a finding and does not stop the clock; whether it is heard is for the court.
 */
import { compareDays, type Day } from "../../../kernel/day.ts";
import type { Book } from "./case-book.ts";
import type { CaseEvent } from "./case-events.ts";
import type { Deadline } from "./deadline.ts";
import { addDeparture, type DepartureStart } from "./derive-departure.ts";

type Path = { procedure: string; claim?: string; grounds?: string; departure?: "D04" | "D05" | "D07" };

const uninstructed = (event: CaseEvent): boolean => event.instructionOnRemedies === "missing";

function pathOf(event: CaseEvent): Path | undefined {
  const threat = event.type === "removalThreatServed";
  if (threat) return event.basis === "asylG34" ? undefined : { procedure: "residence", departure: "D07" };
  if (event.type === "removalOrderServed") {
    return event.basis === "aufenthG58a" ? { procedure: "security", claim: "D08" } : orderPath(event);
  }
  if (event.kind === "asylumStandard") {
    return {
      procedure: "asylum",
      claim: uninstructed(event) ? "D01.uninstructed" : "D01",
      grounds: "D03",
      departure: "D05",
    };
  }
  if (event.kind === "asylumShortened") {
    return {
      procedure: "asylum",
      claim: uninstructed(event) ? "D01.uninstructed" : "D02",
      grounds: "D03",
      departure: "D04",
    };
  }
  if (event.kind === "euTransfer") return orderPath(event);
  const includesThreat =
    event.kind === "residenceThreat" || (event.kind === "residenceDecision" && event.removalActIncluded);
  return includesThreat ? { procedure: "residence", departure: "D07" } : undefined;
}

const orderPath = (event: CaseEvent): Path => ({
  procedure: "euTransfer",
  claim: uninstructed(event) ? "D01.uninstructed" : "D02",
  grounds: "D03",
});

type Served = { event: CaseEvent; on: Day; path: Path };

export function deriveDecisions(book: Book): void {
  const served = servedDecisions(book);
  for (const [index, decision] of served.entries()) {
    const next = served.slice(index + 1).find(({ path }) => path.procedure === decision.path.procedure);
    const first = served.findIndex(({ path }) => path.procedure === decision.path.procedure) === index;
    deriveDecision(book, decision, { from: first ? undefined : decision.on, before: next?.on });
  }
}

/** Days within which an event of the same procedure belongs to this decision and not to a later one. */
export type Window = { from: Day | undefined; before: Day | undefined };

const isWithin = ({ on }: CaseEvent, { from, before }: Window): boolean =>
  (!from || compareDays(on, from) >= 0) && (!before || compareDays(on, before) < 0);

/** Events of a decision's own procedure within its window; an event that names no procedure may concern any. */
export const eventsOf =
  (book: Book, procedure: string, window: Window) =>
  (...types: Parameters<Book["of"]>): readonly CaseEvent[] =>
    book.of(...types).filter((event) => (event.procedure ?? procedure) === procedure && isWithin(event, window));

function servedDecisions(book: Book): Served[] {
  const direct = book
    .of("decisionServed", "removalThreatServed", "removalOrderServed")
    .filter(({ of }) => of === undefined);
  const found: Served[] = [];
  for (const event of direct) {
    const path = pathOf(event);
    const isTwin = found.some((other) => other.path.procedure === path?.procedure && other.on.equals(event.on));
    if (path && !isTwin) found.push({ event, on: event.on, path });
  }
  for (const event of book.of("decisionPosted", "decisionHandedToCentre", "decisionRetrieved", "decisionPublished")) {
    const path = pathOf(event);
    const on = path ? deemedService(book, event) : undefined;
    if (path && on) found.push({ event, on, path });
  }
  return found.toSorted((a, b) => compareDays(a.on, b.on));
}

const serviceRules: Readonly<Record<string, string>> = {
  decisionPosted: "service.post",
  decisionHandedToCentre: "service.centre",
  decisionRetrieved: "service.portal",
  decisionPublished: "service.public",
};

/** The fiction of service gives way to a later actual receipt (§ 41 Abs. 2 Satz 3 VwVfG). */
function deemedService(book: Book, event: CaseEvent): Day | undefined {
  const rule = serviceRules[event.type] ?? "service.post";
  const deadline = book.compute(event, { rule, on: event.on });
  if (!deadline) return undefined;
  const received = book.of("decisionServed").find(({ of }) => of === event.id);
  const later = received && compareDays(received.on, deadline.planOn) > 0 ? received : undefined;
  const notes = later ? ["Tatsächlich später zugegangen: Der spätere Tag gilt (§ 41 Abs. 2 VwVfG)."] : [];
  book.add({
    slot: "service",
    rule,
    startedBy: event.id,
    state: later ? "ended" : "running",
    deadline,
    notes,
    ...(later ? { endedBy: later.id } : {}),
  });
  return later?.on ?? deadline.planOn;
}

function deriveDecision(book: Book, { event, on, path }: Served, window: Window): void {
  const events = eventsOf(book, path.procedure, window);
  const [annulled] = events("decisionAnnulled");
  const over = annulled ? { state: "ended" as const, endedBy: annulled.id } : undefined;
  const claim = path.claim ? addClaim(book, { event, on, path }, window) : undefined;
  if (path.grounds) {
    const deadline = book.compute(event, { rule: path.grounds, on });
    if (deadline)
      book.add({
        slot: "groundsOfClaim",
        rule: path.grounds,
        startedBy: event.id,
        state: "running",
        deadline,
        ...over,
      });
  }
  if (!path.departure || annulled || isDispensed(event, events)) return;
  addDeparture(book, departureStart(book, { event, on, path }, claim, events), path.departure, { event, events });
}

const isDispensed = (event: CaseEvent, events: ReturnType<typeof eventsOf>): boolean =>
  event.noDeparturePeriodReason !== undefined || events("departurePeriodDispensed").length > 0;

type Claim = { deadline: Deadline; filed: CaseEvent | undefined };

function addClaim(book: Book, { event, on, path }: Served, window: Window): Claim | undefined {
  const rule = path.claim ?? "D01";
  const deadline = book.compute(event, { rule, on });
  if (!deadline) return undefined;
  const events = eventsOf(book, path.procedure, window);
  // Where the motion stops the removal (one week, § 58a), the motion counts; elsewhere the claim.
  const remedies = rule === "D01" ? events("claimFiled") : events("urgentMotionFiled", "claimFiled");
  const wanted =
    path.departure === "D04" || rule === "D08" || path.procedure === "euTransfer" ? "urgentMotionFiled" : "claimFiled";
  const inTime = remedies.filter((remedy) => compareDays(remedy.on, deadline.planOn) <= 0);
  for (const late of remedies.filter((remedy) => !inTime.includes(remedy))) book.find(lateRemedy(late, deadline));
  const filed = inTime.find(({ type }) => type === wanted);
  const [annulled] = events("decisionAnnulled");
  const ended = inTime[0] ?? annulled;
  book.add({
    slot: "claimPeriod",
    rule,
    startedBy: event.id,
    state: ended ? "ended" : "running",
    deadline,
    ...(ended ? { endedBy: ended.id } : {}),
  });
  return { deadline, filed };
}

const lateRemedy = (event: CaseEvent, { legalEnd }: Deadline) => ({
  event: event.id,
  code: "remedyAfterPeriod",
  text: `Rechtsbehelf nach Ablauf der Frist (${legalEnd.toString()}) eingegangen. Ob er zulässig ist, entscheidet das Gericht; vor einem Vollzug ist es zu fragen.`,
});

/** § 38 AsylG: end of the claim period, or the court's decision; § 59 AufenthG: announcement of the threat. */
function departureStart(
  book: Book,
  served: Served,
  claim: Claim | undefined,
  events: ReturnType<typeof eventsOf>,
): DepartureStart {
  const { event, on, path } = served;
  if (path.departure === "D07") return { on, startedBy: event.id };
  if (!claim) return { waitingFor: "Zustellung der Entscheidung" };
  const threat = book.of("removalThreatServed").find(({ basis }) => basis === "asylG34");
  if (event.removalActIncluded === false && !threat) return { waitingFor: "Zustellung der Abschiebungsandrohung" };
  if (!claim.filed) return laterOf({ on: claim.deadline.planOn, startedBy: event.id }, threat);
  const endings =
    path.departure === "D05"
      ? events("claimDismissedFinal", "claimWithdrawn")
      : events("urgentMotionRejected", "urgentMotionWithdrawn", "claimDismissedFinal");
  const [end] = endings;
  if (end) return laterOf({ on: end.on, startedBy: end.id }, threat);
  return {
    waitingFor:
      path.departure === "D05"
        ? "Ende des Bleiberechts (rechtskräftige Entscheidung)"
        : "Entscheidung über den Eilantrag",
  };
}

const laterOf = (start: { on: Day; startedBy: string }, threat: CaseEvent | undefined): DepartureStart =>
  threat && compareDays(threat.on, start.on) > 0 ? { on: threat.on, startedBy: threat.id } : start;
