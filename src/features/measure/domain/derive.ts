/**
 * Verdicts that follow from facts alone. A measure with several persons holds only if every one of them does; a measure
 * without any case never holds.
 */
import { compareDays, isAfter, type Day } from "../../../kernel/day.ts";
import { hasFourEyes } from "./approval.ts";
import type { DerivedGateId, GatePhase } from "./gate.ts";
import type { AssistanceOpen, CaseFacts, GateFacts, UrgentMotionFact } from "./gate-facts.ts";

/** Ergebnis einer Prüfung in Worten: erfüllt, entfällt, offen oder gesperrt (§ 58 Abs. 1 AufenthG). */
export type Verdict = { status: "holds" | "notApplicable" | "open" | "closed"; because: string };

type Moment = { at: Day; phase: GatePhase };
type Rule = (facts: GateFacts, moment: Moment) => Verdict;
type CaseRule = (facts: CaseFacts, moment: Moment, measure: GateFacts) => Verdict;

const holds = (because: string): Verdict => ({ status: "holds", because });
const closed = (because: string): Verdict => ({ status: "closed", because });
const open = (because: string): Verdict => ({ status: "open", because });
const notApplicable = (because: string): Verdict => ({ status: "notApplicable", because });

const germanDay = (day: Day): string =>
  `${String(day.day).padStart(2, "0")}.${String(day.month).padStart(2, "0")}.${day.year}`;

const severity: Verdict["status"][] = ["notApplicable", "holds", "open", "closed"];

/** The worst verdict of all cases counts; with several cases the sentence names the file number. */
const forEveryCase =
  (rule: CaseRule): Rule =>
  (facts, moment) => {
    const verdicts = facts.cases.map((each) => {
      const { status, because } = rule(each, moment, facts);
      return { status, because: facts.cases.length > 1 ? `${each.fileNumber}: ${because}` : because };
    });
    const rank = ({ status }: Verdict): number => severity.indexOf(status);
    return verdicts.toSorted((a, b) => rank(b) - rank(a))[0] ?? closed("Der Maßnahme ist kein Fall zugeordnet.");
  };

/** § 50 Abs. 1 AufenthG: without a duty there is nothing to enforce. */
const obligation: CaseRule = ({ enforceability: { state, because } }) =>
  ["noDuty", "fulfilled", "lapsed"].includes(state) ? closed(because) : holds(because);

/** §§ 58, 59 AufenthG: enforceable, or enforceable by an order without period (§§ 34a AsylG, 58a AufenthG). */
const enforceable: CaseRule = ({ enforceability: { state, because } }) =>
  state === "enforceable" || state === "enforceableByOrder" ? holds(because) : closed(because);

/** §§ 60a, 60c, 60d AufenthG: the last day of a suspension still protects. */
const notSuspended: CaseRule = ({ suspensions, enforceability }, { at }) => {
  const inForce = suspensions.find(({ until }) => !until || compareDays(until, at) >= 0);
  if (inForce)
    return closed(`${inForce.label} ${inForce.until ? `bis ${germanDay(inForce.until)}` : "ohne Enddatum"} in Kraft.`);
  return enforceability.state === "suspended" ? closed(enforceability.because) : holds("Keine Duldung in Kraft.");
};

function motionVerdict(motion: UrgentMotionFact, { at, phase }: Moment): Verdict | undefined {
  const { court, status, barsByStatute, courtReleasedOn } = motion;
  if (status === "granted") return closed(`Eilantrag stattgegeben (${court}).`);
  if (status !== "pending") return undefined;
  if (barsByStatute) return closed(`Eilantrag anhängig (${court}); er sperrt kraft Gesetzes.`);
  if (!courtReleasedOn) return closed(`Eilantrag anhängig (${court}); das Gericht ist noch nicht gefragt.`);
  // "Within hours" (domain.md 2.6, G07): an answer of an earlier day is too old for an execution.
  if (phase === "execution" && !courtReleasedOn.equals(at))
    return open(`Eilantrag anhängig (${court}); am Tag des Vollzugs erneut beim Gericht fragen.`);
  return undefined;
}

/** §§ 34a, 36, 71 AsylG, §§ 80, 123 VwGO: no bar by a motion, the period to file one is over, no court's stop is unexplained. */
const noUrgentMotion: CaseRule = ({ urgentMotions, motionPeriodEndsOn, courtStopOn }, moment) => {
  const bars = urgentMotions.map((motion) => motionVerdict(motion, moment)).filter((verdict) => verdict !== undefined);
  const worst = bars.find(({ status }) => status === "closed") ?? bars[0];
  if (worst) return worst;
  if (courtStopOn)
    return open(
      `Das Gericht hat den Vollzug am ${germanDay(courtStopOn)} gestoppt; seine Entscheidung ist nicht als Ereignis erfasst.`,
    );
  if (motionPeriodEndsOn && compareDays(moment.at, motionPeriodEndsOn) <= 0)
    return closed(`Die Frist für Klage oder Eilantrag läuft bis ${germanDay(motionPeriodEndsOn)}.`);
  return holds("Kein Eilantrag steht entgegen, die Antragsfristen sind abgelaufen.");
};

/** Art. 46 VO (EU) 2024/1351: the arrival has to lie inside the period, not the departure. */
const withinTransferPeriod: CaseRule = ({ transferPeriod }, { at }, { plannedArrival }) => {
  if (transferPeriod === "none") return notApplicable("trifft nicht zu: keine Überstellung.");
  if (!transferPeriod.end) return open("Das Ende der Überstellungsfrist ist nicht erfasst.");
  const end = germanDay(transferPeriod.end);
  if (isAfter(at, transferPeriod.end)) return closed(`Die Überstellungsfrist ist am ${end} abgelaufen.`);
  if (!plannedArrival) return open(`Die Ankunft ist nicht geplant; die Überstellungsfrist endet am ${end}.`);
  // A plan that has passed says nothing about when the person will arrive.
  if (isAfter(at, plannedArrival)) return open(`Die geplante Ankunft am ${germanDay(plannedArrival)} ist vorbei.`);
  return isAfter(plannedArrival, transferPeriod.end)
    ? closed(`Die Überstellungsfrist endet am ${end}, vor der geplanten Ankunft am ${germanDay(plannedArrival)}.`)
    : holds(`Ankunft am ${germanDay(plannedArrival)}, Überstellungsfrist bis ${end}.`);
};

/** § 86a AufenthG, AW/0048/2025: first the offer; an approved voluntary return suspends forced planning. */
const voluntaryDepartureOffered: CaseRule = ({ voluntaryDeparture }) => {
  if (voluntaryDeparture.returnApproved) return closed("Eine freiwillige Ausreise ist bewilligt.");
  return voluntaryDeparture.offerDocumented
    ? holds("Die freiwillige Ausreise ist angeboten, keine ist bewilligt.")
    : open("Das Angebot der freiwilligen Ausreise ist nicht dokumentiert.");
};

/** §§ 47 bis 49 PolG NRW; docs/domain/ersuchen.md: silence is no consent, conditions count once they are agreed. */
const assistanceOpenTexts: Record<AssistanceOpen, string> = {
  notAgreed: "Ein Vollzugshilfeersuchen ist nicht angenommen, oder seine Auflagen sind nicht vereinbart.",
  namedGone: "Ein Ersuchen, das als Unterstützung genannt ist, ist abgelehnt, zurückgezogen oder gehört nicht hierher.",
  otherStart: "Die Polizei hat einem anderen Beginn zugestimmt als dem geplanten.",
};

/** §§ 47 bis 49 PolG NRW, Erlass 26.19.01-000009 Nr. 5: written, with reason and legal basis; needed court orders in hand. */
const assistanceComplete: Rule = ({ assistanceRequests, assistanceOpen }, { phase }) => {
  if (phase === "execution" && assistanceOpen) return closed(assistanceOpenTexts[assistanceOpen]);
  if (assistanceRequests.length === 0) return notApplicable("trifft nicht zu: keine Vollzugshilfe erbeten.");
  if (!assistanceRequests.every(({ hasReason, hasLegalBasis }) => hasReason && hasLegalBasis))
    return closed("In einem Vollzugshilfeersuchen fehlt Grund oder Rechtsgrundlage.");
  if (phase === "execution" && !assistanceRequests.every(({ hasOrders }) => hasOrders))
    return closed(
      "Ein Gerichtsbeschluss, den ein Vollzugshilfeersuchen braucht, liegt nicht vor, oder der Bedarf ist offen.",
    );
  return holds("Jedes Ersuchen nennt Grund und Rechtsgrundlage; nötige Gerichtsbeschlüsse liegen vor.");
};

const approvedByTwo: Rule = (facts) =>
  hasFourEyes(facts)
    ? holds("Zwei Personen haben freigegeben, keine hat die Maßnahme beantragt.")
    : open("Es fehlt die Freigabe durch zwei Personen, die die Maßnahme nicht beantragt haben.");

const noObstacle: CaseRule = ({ blockingObstacles: [first, ...more] }) => {
  if (!first) return holds("Kein blockierendes Hindernis offen.");
  const others = more.length > 0 ? ` und ${more.length} weitere` : "";
  return closed(`Hindernis offen: ${first.label} (${first.norm})${others}.`);
};

export const derivedRules: Record<DerivedGateId | "obstacles", Rule> = {
  G02: forEveryCase(obligation),
  G03: forEveryCase(enforceable),
  G06: forEveryCase(notSuspended),
  G07: forEveryCase(noUrgentMotion),
  G17: forEveryCase(withinTransferPeriod),
  G22: assistanceComplete,
  G28: forEveryCase(voluntaryDepartureOffered),
  G30: approvedByTwo,
  obstacles: forEveryCase(noObstacle),
};
