/** Bars that suspend a removal: Duldung, Abschiebungsstopp, hardship request, and asylum applications not yet decided. */
import { type Day, isAfter } from "../../../kernel/day.ts";
import type { Bar } from "./enforceability-state.ts";
import { type Facts, of } from "./facts.ts";
import { germanDay } from "./german-day.ts";
import { asylG, aufenthG } from "./norms.ts";
import { closing, earliest, spans } from "./span.ts";
import { suspensionReasons } from "./suspension-reason.ts";

const suspended = { blocks: "removal", restarts: "none" } as const;
const until = (day: Day | undefined): string => (day ? ` bis ${germanDay(day)}` : "");

/** § 60a AufenthG. A revocation ends the suspensions of its reason that were issued on an earlier day. */
export function suspensionBars(facts: Facts): Bar[] {
  return of(facts, "suspensionIssued").map((issued) => {
    const revoked = of(facts, "suspensionRevoked").find(
      ({ reason, on }) => reason === issued.reason && isAfter(on, issued.on),
    );
    const to = earliest(issued.until, revoked?.on);
    const { label, norm } = suspensionReasons[issued.reason];
    return {
      ...suspended,
      from: issued.on,
      ...(to && { to }),
      holding: `Eine Duldung ist erteilt${until(to)}: ${label}.`,
      over: `Die Duldung vom ${germanDay(issued.on)} (${label}) galt${until(to)}.`,
      norm,
      events: [issued.id, ...(revoked ? [revoked.id] : [])],
    };
  });
}

/** § 60a Abs. 1 AufenthG: at the latest its own end date, earlier if the Land ends it. */
export function groupSuspensionBars(facts: Facts): Bar[] {
  return of(facts, "groupSuspensionOrdered").map((ordered) => {
    const ended = of(facts, "groupSuspensionEnded").find(({ on }) => isAfter(on, ordered.on));
    const to = earliest(ordered.until, ended?.on);
    return {
      ...suspended,
      from: ordered.on,
      ...(to && { to }),
      holding: `Ein Abschiebungsstopp gilt${until(to)}.`,
      over: `Ein Abschiebungsstopp galt${until(to)}.`,
      norm: aufenthG("§ 60a Abs. 1"),
      events: [ordered.id, ...(ended ? [ended.id] : [])],
    };
  });
}

/** § 23a Abs. 1 AufenthG: a residence permit that is ordered still protects until the title itself is recorded. */
export function hardshipBars(facts: Facts): Bar[] {
  const decided = of(facts, "hardshipDecided");
  const rejected = decided.filter(({ result }) => result === "rejected");
  return spans(of(facts, "hardshipRequestAccepted"), rejected).map((span) => {
    const { opened, closed } = span;
    const isOrdered = decided.some(({ result, on }) => result === "ordered" && !isAfter(opened.on, on));
    return {
      ...suspended,
      from: opened.on,
      ...closing(span),
      holding: `Die Härtefallkommission berät den Fall seit ${germanDay(opened.on)}.`,
      over: `Das Härtefallersuchen vom ${germanDay(opened.on)} ist seit ${closed ? germanDay(closed.on) : ""} erledigt.`,
      norm: aufenthG("§ 23a Abs. 1"),
      ...(isOrdered && {
        question: "Die Aufenthaltserlaubnis nach § 23a AufenthG ist angeordnet: Wann ist sie erteilt?",
      }),
    };
  });
}

const asylumDecisions = (facts: Facts) => of(facts, "decisionServed").filter(({ kind }) => kind.startsWith("asylum"));

const applicationDecisions = (facts: Facts) => [
  ...asylumDecisions(facts),
  ...of(facts, "decisionServed").filter(({ kind }) => kind === "euTransfer"),
  ...of(facts, "removalOrderServed").filter(({ basis }) => basis === "asylG34a"),
];

/** A first application gives a right to remain until it is decided; a decision on transfer decides it, too. */
export function applicationBars(facts: Facts): Bar[] {
  const applications = spans(of(facts, "asylumApplicationFiled"), [], applicationDecisions(facts));
  return applications.map((span) => ({
    blocks: "act",
    restarts: "all",
    from: span.opened.on,
    ...closing(span),
    holding: `Über den Asylantrag vom ${germanDay(span.opened.on)} ist nicht entschieden; es besteht ein Bleiberecht.`,
    over: `Über den Asylantrag vom ${germanDay(span.opened.on)} ist entschieden.`,
    norm: asylG("§ 14"),
  }));
}

/** § 71 Abs. 3 AsylG: no removal before the BAMF has reported that non-refoulement is respected. */
export function subsequentApplicationBars(facts: Facts): Bar[] {
  const permitted = of(facts, "bamfFeedbackReceived").filter(({ result }) => result !== "stillExamining");
  const waiting = spans(of(facts, "subsequentApplicationFiled"), permitted, asylumDecisions(facts));
  const pending = waiting.map((span): Bar => {
    const { opened, closed } = span;
    return {
      ...suspended,
      from: opened.on,
      ...closing(span),
      holding: `Zum Folgeantrag vom ${germanDay(opened.on)} fehlt die Mitteilung des Bundesamts; bis dahin wird nicht abgeschoben.`,
      over: `Zum Folgeantrag vom ${germanDay(opened.on)} liegt seit ${closed ? germanDay(closed.on) : ""} eine Mitteilung oder Entscheidung vor.`,
      norm: asylG("§ 71 Abs. 3"),
      question: `Hat das Bundesamt zum Folgeantrag vom ${germanDay(opened.on)} mitgeteilt, dass die Nichtzurückweisung gewahrt ist?`,
    };
  });
  const further = permitted.filter(({ result }) => result === "furtherProcedure");
  const reopened = further.map((feedback): Bar => {
    const decision = asylumDecisions(facts).find(({ on }) => isAfter(on, feedback.on));
    return {
      blocks: "act",
      restarts: "all",
      from: feedback.on,
      ...(decision && { to: decision.on }),
      holding: `Das Bundesamt führt seit ${germanDay(feedback.on)} ein weiteres Asylverfahren durch; es besteht ein Bleiberecht.`,
      over: `Das weitere Asylverfahren ist seit ${decision ? germanDay(decision.on) : ""} entschieden.`,
      norm: asylG("§ 71"),
      events: [feedback.id, ...(decision ? [decision.id] : [])],
    };
  });
  return [...pending, ...reopened];
}
