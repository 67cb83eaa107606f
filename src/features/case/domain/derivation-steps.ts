/** The sentences of a derivation, in German, each with its norm and the events it rests on. Never decides anything. */
import { type Day, isAfter } from "../../../kernel/day.ts";
import type { Act } from "./act.ts";
import type { Threat } from "./departure-period.ts";
import type { Bar, DerivationStep, EnforceabilityState } from "./enforceability-state.ts";
import { germanDay } from "./german-day.ts";
import { decisionKinds, orderBases, threatBases } from "./legal-event-choices.ts";
import { definitionOf, type LegalEvent } from "./legal-event.ts";
import { asylG, aufenthG } from "./norms.ts";

function evidenceSentence(event: LegalEvent): string {
  const on = germanDay(event.on);
  switch (event.type) {
    case "decisionServed":
      return `Am ${on} ist zugestellt: ${decisionKinds[event.kind]}${event.removalActIncluded ? ", mit Androhung oder Anordnung der Abschiebung" : ""}.`;
    case "removalThreatServed":
      return `Am ${on} ist zugestellt: ${threatBases[event.basis]}.`;
    case "removalOrderServed":
      return `Am ${on} ist zugestellt: ${orderBases[event.basis]}.`;
    default:
      return `${definitionOf(event.type).label} am ${on}.`;
  }
}

const evidenceNorm = (event: LegalEvent) =>
  event.type === "removalThreatServed"
    ? event.basis === "asylG34"
      ? asylG("§ 34")
      : aufenthG("§ 59")
    : event.type === "removalOrderServed" && event.basis === "aufenthG58a"
      ? aufenthG("§ 58a Abs. 1")
      : definitionOf(event.type).norm;

export const evidenceSteps = (evidence: readonly LegalEvent[]): DerivationStep[] =>
  evidence.map((event) => ({ sentence: evidenceSentence(event), norm: evidenceNorm(event), events: [event.id] }));

export const barStep = (bar: Bar, isHolding: boolean): DerivationStep => ({
  sentence: isHolding ? bar.holding : bar.over,
  norm: bar.norm,
  events: bar.events,
});

const periodNorm = { D04: asylG("§ 38 Abs. 1"), D05: asylG("§ 38 Abs. 2"), D07: aufenthG("§ 59 Abs. 1") } as const;

export function periodSteps({ terms, standing }: Threat, today: Day): DerivationStep[] {
  const { events, rule, waiver } = terms;
  return standing.runs.flatMap(({ start, end, isWaived, interruptedOn }, index) => {
    const again = index > 0 ? "erneut und in voller Länge " : "";
    const over = isAfter(today, end) || interruptedOn !== undefined;
    const run: DerivationStep = isWaived
      ? {
          sentence: `Es ist keine Ausreisefrist gewährt: ${waiver?.ground ?? ""}.`,
          norm: aufenthG("§ 59 Abs. 1 Satz 2"),
          events: waiver?.events ?? [],
        }
      : {
          sentence: `Die Ausreisefrist ${over ? "lief" : "läuft"} ${again}ab ${germanDay(start)} (dieser Tag zählt nicht) bis ${germanDay(end)}.`,
          norm: periodNorm[rule],
          events,
        };
    if (!interruptedOn) return [run];
    const fell = isAfter(interruptedOn, end)
      ? `Am ${germanDay(interruptedOn)}, nach dem Ende der Frist, entfiel die Vollziehbarkeit; zugunsten der Person beginnt die Frist danach neu.`
      : `Am ${germanDay(interruptedOn)} entfiel die Vollziehbarkeit; die Ausreisefrist ist unterbrochen und beginnt danach neu.`;
    return [run, { sentence: fell, norm: aufenthG("§ 59 Abs. 1 Satz 6 und 7"), events }];
  });
}

type Grounds = { acts: readonly Act[]; threats: readonly Threat[]; isMissing: boolean };

const sentences: Readonly<Record<EnforceabilityState, { sentence: string; norm: DerivationStep["norm"] }>> = {
  noDuty: { sentence: "Es ist keine Ausreisepflicht erfasst.", norm: aufenthG("§ 50 Abs. 1") },
  dutyNotEnforceable: {
    sentence: "Die Ausreisepflicht ist nicht vollziehbar.",
    norm: aufenthG("§ 58 Abs. 2 Satz 2"),
  },
  voluntaryPeriodRunning: {
    sentence: "Bis zum Ende der Ausreisefrist wird nicht abgeschoben.",
    norm: aufenthG("§ 58 Abs. 1"),
  },
  voluntaryPeriodInterrupted: {
    sentence: "Die Ausreisefrist ist unterbrochen; die Ausreisepflicht ist nicht vollziehbar.",
    norm: aufenthG("§ 59 Abs. 1 Satz 6 und 7"),
  },
  enforceable: {
    sentence:
      "Die Ausreisepflicht ist vollziehbar; die Ausreisefrist ist verstrichen, ohne dass eine Ausreise nachgewiesen ist.",
    norm: aufenthG("§ 58 Abs. 1 und 3"),
  },
  enforceableByOrder: {
    sentence: "Die Abschiebungsanordnung ist vollziehbar; Androhung und Ausreisefrist sind nicht nötig.",
    norm: asylG("§ 34a Abs. 1"),
  },
  suspended: {
    sentence: "Die Abschiebung ist ausgesetzt; die Ausreisepflicht bleibt bestehen.",
    norm: aufenthG("§ 60a"),
  },
  fulfilled: { sentence: "Die Ausreisepflicht ist erfüllt.", norm: aufenthG("§ 50 Abs. 2 und 3") },
  lapsed: { sentence: "Die Ausreisepflicht hat sich erledigt.", norm: aufenthG("§ 50 Abs. 1") },
};

/** The last step: the state itself. */
export function conclusion(state: EnforceabilityState, { acts, threats, isMissing }: Grounds): DerivationStep {
  const { sentence, norm } = sentences[state];
  if (isMissing) {
    const gap =
      "Für eine vollziehbare Ausreisepflicht fehlen Angaben; bis sie vorliegen, gilt sie als nicht vollziehbar.";
    return { sentence: gap, norm, events: [] };
  }
  if (state === "enforceableByOrder" && acts.every(({ regime }) => regime !== "transfer")) {
    return { sentence, norm: aufenthG("§ 58a Abs. 1"), events: [] };
  }
  if (state === "enforceable" && threats.every(({ standing }) => standing.runs.at(-1)?.isWaived)) {
    return {
      sentence: "Die Ausreisepflicht ist vollziehbar; eine Ausreisefrist ist nicht gewährt.",
      norm: aufenthG("§ 58 Abs. 1"),
      events: [],
    };
  }
  return { sentence, norm, events: [] };
}
