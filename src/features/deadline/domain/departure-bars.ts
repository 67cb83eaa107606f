/**
 * Times in which a threat is not enforceable, so that its departure period does not run (§ 38 AsylG, § 59 Abs. 1 Satz 6 AufenthG).
 * A bar without an end holds until the event that ends it is recorded.
 */
import type { Day } from "../../../kernel/day.ts";
import { type Book, notBefore, type Span, spans } from "./case-book.ts";
import type { CaseEvent, CaseEventType } from "./case-events.ts";
import { attackedAct, isInTime, type Windows } from "./claim-period.ts";
import type { Act } from "./served-acts.ts";
import { order } from "./day-number.ts";

/** Zeit ohne Vollziehbarkeit (§ 58 Abs. 2 AufenthG). */
export type Bar = { from: Day; to?: Day; by: string; endedBy?: string; waitingFor: string };

export function departureBars(book: Book, threat: Act, acts: readonly Act[], windows: Windows): Bar[] {
  const { procedure } = threat;
  const of = (...types: CaseEventType[]): CaseEvent[] =>
    book
      .of(...types)
      .filter(
        (event) =>
          (event.procedure ?? procedure) === procedure &&
          (event.forum ?? "administrativeCourt") === "administrativeCourt",
      );
  const bars = procedure === "asylum" ? asylumBars(of, threat, acts, windows) : residenceBars(of, acts);
  const ceased = spans(of("enforceabilityCeased"), of("enforceabilityRestored"), []);
  return [...bars, ...effectBars(of), ...ceased.map((span) => barOf(span, "Wiedereintritt der Vollziehbarkeit"))];
}

type Of = (...types: CaseEventType[]) => CaseEvent[];

const barOf = ({ opened, closed }: Span, waitingFor: string): Bar => ({
  from: opened.on,
  by: opened.id,
  waitingFor,
  ...(closed ? { to: closed.on, endedBy: closed.id } : {}),
});

const claimClosings: CaseEventType[] = ["claimDismissedFinal", "claimWithdrawn"];
const untilFinal = "Ende des Bleiberechts (rechtskräftige Entscheidung)";

/** In the regular procedure every open decision bars every threat; in the group of Art. 68(3) only what hits this threat does. */
function asylumBars(of: Of, threat: Act, acts: readonly Act[], windows: Windows): Bar[] {
  const own = ownActs(threat, acts);
  const open = acts
    .filter((act) => act.regime === "standard" || own.includes(act))
    .flatMap((act) => windowBar(act, windows));
  const inTime = (attacked: Act | undefined, { opened }: Span): boolean => {
    const window = attacked && windows.get(attacked.event.id);
    return window !== undefined && isInTime(opened, window);
  };
  const claims = spans(of("claimFiled"), of(...claimClosings), of("decisionAnnulled")).filter((span) => {
    const act = attackedAct(acts, span.opened);
    return act?.regime === "standard" && inTime(act, span);
  });
  const decided = of("urgentMotionRejected", "urgentMotionWithdrawn", "urgentMotionGranted", "suspensiveEffectOrdered");
  const motions = spans(of("urgentMotionFiled"), decided, of("decisionAnnulled")).filter((span) => {
    const act = attackedAct(acts, span.opened);
    return act?.regime === "shortened" && own.includes(act) && inTime(act, span);
  });
  const granted = of("urgentMotionGranted").map((opened) => ended(opened, of("courtOrderEnded")));
  return [
    ...open,
    ...claims.map((span) => barOf(span, untilFinal)),
    ...motions.map((span) => barOf(span, "Entscheidung über den Eilantrag")),
    ...granted.map((span) => barOf(span, "Ende der gerichtlichen Anordnung")),
  ];
}

/** The threat, and the decision before it where the threat came apart from it. */
function ownActs(threat: Act, acts: readonly Act[]): Act[] {
  if (threat.event.type !== "removalThreatServed") return [threat];
  const isDecision = ({ event, on }: Act): boolean => event.type !== "removalThreatServed" && order(on, threat.on) <= 0;
  const decision = acts.findLast(isDecision);
  return decision ? [threat, decision] : [threat];
}

function windowBar({ event, on }: Act, windows: Windows): Bar[] {
  const window = windows.get(event.id);
  const ends = { by: event.id, endedBy: event.id, waitingFor: "Ende der Klagefrist" };
  return window ? [{ from: on, to: window.planOn, ...ends }] : [];
}

/** § 58 Abs. 2 Satz 2 AufenthG: enforceable once it is final, unless a claim has no suspensive effect; unknown is read as "has". */
function residenceBars(of: Of, acts: readonly Act[]): Bar[] {
  const suspending = acts.filter(({ event }) => event.claimSuspends !== "no");
  const finality = suspending.map(({ event, on }): Bar => {
    const final = of("decisionFinal", ...claimClosings).find((end) => order(end.on, on) >= 0);
    return barOf({ opened: { ...event, on }, ...(final ? { closed: final } : {}) }, "Bestandskraft des Bescheids");
  });
  const claims = spans(of("claimFiled"), of(...claimClosings), of("decisionAnnulled")).filter(({ opened }) => {
    const attacked = attackedAct(acts, opened);
    return suspending.some((act) => act === attacked || order(act.on, opened.on) <= 0);
  });
  return [...finality, ...claims.map((span) => barOf(span, untilFinal))];
}

/** § 80 Abs. 5 VwGO: lasts until it is lifted or the main proceedings are over, which a decision of the same day is not. */
function effectBars(of: Of): Bar[] {
  return of("suspensiveEffectOrdered").map((ordered) => {
    const endings = of("courtOrderEnded", ...claimClosings, "decisionAnnulled").filter(
      ({ type, on }) => type === "courtOrderEnded" || order(on, ordered.on) > 0,
    );
    return barOf(ended(ordered, endings), "Ende der aufschiebenden Wirkung");
  });
}

/** An order ends with the first event on or after its day that can end it. */
function ended(opened: CaseEvent, endings: readonly CaseEvent[]): Span {
  const closed = notBefore(endings, opened.on);
  return { opened, ...(closed ? { closed } : {}) };
}
