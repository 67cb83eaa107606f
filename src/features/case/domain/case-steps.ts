/**
 * What to do next in a case: verb and object in German, and why. Ordered by legal dates only.
 * Nothing about the person goes in, so nothing about the person can order the work.
 */
import { compareDays, type Day } from "../../../kernel/day.ts";
import type { LegalReference } from "../../../kernel/legal-reference.ts";
import { type Derivation, enforceabilityStates, isEnforceable } from "./enforceability-state.ts";
import { germanDay } from "./german-day.ts";
import { aufenthG, housePolicy, vwGO } from "./norms.ts";
import { blockingObstacles, type HousePolicy, type Obstacle } from "./obstacle.ts";
import { obstacleDefinition } from "./obstacle-type.ts";
import { holdsForcedPlanning, type VoluntaryReturn, type VoluntaryReturnStatus } from "./voluntary-return.ts";

/** Kind of step (Art des Schritts); the order is the order among steps of one day. */
export type CaseStepKind =
  | "haltMeasure"
  | "recordDecision"
  | "awaitPeriod"
  | "voluntaryReturn"
  | "clarifyFact"
  | "clearObstacle"
  | "retryMeasure"
  | "planMeasure"
  | "closeCase";

/** A next step in a case (nächster Schritt): what to do, why, and the legal date where there is one. */
export type CaseStep = { kind: CaseStepKind; label: string; why: string; dueOn?: Day; norm: LegalReference };

/** What the case knows about its measures (Kurzstand der Maßnahmen); `retryDueOn` comes with the re-attempt duty. */
export type MeasureSummary = { attemptNo: number; standing: "open" | "failed" | "departed"; retryDueOn?: Day };

/** What the next steps follow from (Grundlage der nächsten Schritte). */
export type CaseSituation = {
  enforceability: Derivation;
  obstacles: readonly Obstacle[];
  offer?: VoluntaryReturn;
  measures: readonly MeasureSummary[];
  /** Day of a court's stop after which its decision is not recorded. */
  courtStopOn?: Day;
  housePolicy?: HousePolicy;
};

const order: readonly CaseStepKind[] = [
  "haltMeasure",
  "recordDecision",
  "awaitPeriod",
  "voluntaryReturn",
  "clarifyFact",
  "clearObstacle",
  "retryMeasure",
  "planMeasure",
  "closeCase",
];

const dated = (day: Day | undefined): { dueOn?: Day } => (day ? { dueOn: day } : {});
const hasOpenMeasure = ({ measures }: CaseSituation): boolean => measures.some(({ standing }) => standing === "open");
const blocking = ({ obstacles, housePolicy }: CaseSituation) => blockingObstacles(obstacles, housePolicy);

/** A measure may exist only while the duty is enforceable, nothing blocks, and no approved return is under way. */
function haltSteps(situation: CaseSituation): CaseStep[] {
  if (!hasOpenMeasure(situation)) return [];
  const { enforceability, offer } = situation;
  const { state, since } = enforceability;
  const halt = (why: string, dueOn: Day | undefined): CaseStep => ({
    kind: "haltMeasure",
    label: "Maßnahme anhalten",
    why,
    ...dated(dueOn),
    norm: aufenthG("§ 58 Abs. 1"),
  });
  if (state === "fulfilled") return [];
  if (!isEnforceable(state)) return [halt(`Stand der Ausreisepflicht: ${enforceabilityStates[state]}.`, since)];
  const [obstacle] = blocking(situation);
  if (obstacle) return [halt(`Hindernis: ${obstacleDefinition(obstacle.type).label}.`, obstacle.openedOn)];
  return offer && holdsForcedPlanning(offer) ? [halt("Eine freiwillige Ausreise ist bewilligt.", offer.on)] : [];
}

/** A stop by telephone says that the court spoke, not what it decided; G07 stays open until the file says so. */
const decisionSteps = ({ courtStopOn }: CaseSituation): CaseStep[] =>
  courtStopOn
    ? [
        {
          kind: "recordDecision",
          label: "Entscheidung des Gerichts erfassen",
          why: `Das Gericht hat den Vollzug am ${germanDay(courtStopOn)} gestoppt. Bis dahin bleibt Prüfpunkt G07 offen.`,
          dueOn: courtStopOn,
          norm: vwGO("§§ 80, 123"),
        },
      ]
    : [];

const waits: Partial<Record<Derivation["state"], string>> = {
  dutyNotEnforceable: "Wegfall des Vollzugshindernisses prüfen",
  voluntaryPeriodRunning: "Ausreise innerhalb der Frist prüfen",
  voluntaryPeriodInterrupted: "Wiedereintritt der Vollziehbarkeit prüfen",
  suspended: "Ende der Aussetzung prüfen",
};

function waitSteps({ enforceability: { state, until, steps } }: CaseSituation): CaseStep[] {
  const label = waits[state];
  const norm = steps.at(-1)?.norm ?? aufenthG("§ 58");
  return label && until
    ? [
        {
          kind: "awaitPeriod",
          label,
          why: `${enforceabilityStates[state]} bis ${germanDay(until)}.`,
          dueOn: until,
          norm,
        },
      ]
    : [];
}

const offerSteps: Readonly<Record<VoluntaryReturnStatus, { label: string; why: string } | undefined>> = {
  offered: { label: "Beratung zur freiwilligen Ausreise vermerken", why: "Die freiwillige Ausreise ist angeboten." },
  counselled: { label: "Antwort auf das Angebot vermerken", why: "Die unabhängige Beratung hat stattgefunden." },
  applied: { label: "Bewilligung der Förderung erfragen", why: "Die freiwillige Ausreise ist beantragt." },
  approved: { label: "Reise zur freiwilligen Ausreise buchen", why: "Die freiwillige Ausreise ist bewilligt." },
  booked: { label: "Ausreisenachweis einholen", why: "Die freiwillige Ausreise ist gebucht." },
  departed: undefined,
  declined: undefined,
  withdrawn: { label: "Freiwillige Ausreise erneut anbieten", why: "Der Antrag ist zurückgezogen." },
  expired: { label: "Freiwillige Ausreise erneut anbieten", why: "Das Angebot ist verfallen." },
};

const hasDuty = ({ enforceability: { state } }: CaseSituation): boolean =>
  state !== "noDuty" && state !== "lapsed" && state !== "fulfilled";

/** Voluntary return goes before force (G28, § 86a AufenthG). */
function returnSteps(situation: CaseSituation): CaseStep[] {
  if (!hasDuty(situation)) return [];
  const { offer } = situation;
  const step = offer
    ? offerSteps[offer.status]
    : { label: "Freiwillige Ausreise anbieten", why: "Ein Angebot ist nicht vermerkt; es geht jeder Maßnahme vor." };
  if (!step) return [];
  const dueOn =
    offer?.status === "booked" ? offer.departureOn : offer?.status === "approved" ? offer.validUntil : undefined;
  return [{ kind: "voluntaryReturn", ...step, ...dated(dueOn), norm: aufenthG("§ 86a") }];
}

const factSteps = ({ enforceability: { openQuestions } }: CaseSituation): CaseStep[] =>
  openQuestions.map((why) => ({
    kind: "clarifyFact",
    label: "Fehlende Angabe klären",
    why,
    norm: housePolicy("im Zweifel zugunsten der Person"),
  }));

const obstacleSteps = (situation: CaseSituation): CaseStep[] =>
  hasDuty(situation)
    ? situation.obstacles
        .filter(({ status }) => status === "open")
        .map(({ type }) => {
          const { label, task, endsBy, norm } = obstacleDefinition(type);
          return { kind: "clearObstacle", label: task, why: `Hindernis: ${label}. Endet mit: ${endsBy}.`, norm };
        })
    : [];

/** Only what may lawfully be planned is proposed; after a failed attempt the re-attempt duty takes its place. */
function measureSteps(situation: CaseSituation): CaseStep[] {
  const { enforceability, offer, measures } = situation;
  const isFree = isEnforceable(enforceability.state) && !hasOpenMeasure(situation);
  const last = [...measures].sort((a, b) => a.attemptNo - b.attemptNo).at(-1);
  if (isFree && last?.standing === "failed") {
    return [
      {
        kind: "retryMeasure",
        label: "Erneuten Versuch anlegen oder begründet absehen",
        why: `Der ${last.attemptNo}. Versuch ist gescheitert.`,
        ...dated(last.retryDueOn),
        norm: housePolicy("Pflicht zur Entscheidung nach einem gescheiterten Versuch"),
      },
    ];
  }
  const isOffered = offer !== undefined && !holdsForcedPlanning(offer);
  if (!isFree || !isOffered || blocking(situation).length > 0) return [];
  return [
    {
      kind: "planMeasure",
      label: "Maßnahme anlegen",
      why: "Die Ausreisepflicht ist vollziehbar, kein Hindernis blockiert, die freiwillige Ausreise ist angeboten.",
      ...dated(enforceability.since),
      norm: aufenthG("§ 58 Abs. 1"),
    },
  ];
}

function closingSteps({ enforceability: { state, since } }: CaseSituation): CaseStep[] {
  if (state !== "fulfilled" && state !== "lapsed") return [];
  const label = state === "fulfilled" ? "Mitteilungen nach der Ausreise veranlassen" : "Fall abschließen";
  return [
    { kind: "closeCase", label, why: `${enforceabilityStates[state]}.`, ...dated(since), norm: aufenthG("§ 50") },
  ];
}

const byDate = (a: CaseStep, b: CaseStep): number => {
  if (a.dueOn && b.dueOn) return compareDays(a.dueOn, b.dueOn) || order.indexOf(a.kind) - order.indexOf(b.kind);
  if (a.dueOn || b.dueOn) return a.dueOn ? -1 : 1;
  return order.indexOf(a.kind) - order.indexOf(b.kind);
};

/** The next steps, the one with the earliest legal date first; those without a date follow. */
export const nextSteps = (situation: CaseSituation): CaseStep[] =>
  [haltSteps, decisionSteps, waitSteps, returnSteps, factSteps, obstacleSteps, measureSteps, closingSteps]
    .flatMap((steps) => steps(situation))
    .toSorted(byDate);
