/** The catalogue of all thirty gates, in the order of their number. Must never be filtered before an evaluation. */
import type { AnsweredGateId, AnsweredGate, DerivedGateId, GateDefinition, GateId } from "./gate.ts";
import { gatesOfJourney } from "./gates-journey.ts";
import { gatesOfLaw } from "./gates-law.ts";
import { gatesOfPerson } from "./gates-person.ts";

export const gates: readonly GateDefinition[] = [...gatesOfLaw, ...gatesOfPerson, ...gatesOfJourney].toSorted((a, b) =>
  a.id.localeCompare(b.id),
);

const byId = new Map<string, GateDefinition>(gates.map((gate) => [gate.id, gate]));

export function gateById(id: AnsweredGateId): AnsweredGate;
export function gateById(id: GateId): GateDefinition;
export function gateById(id: GateId): GateDefinition {
  const gate = byId.get(id);
  if (!gate) throw new Error(`gate ${id} is not in the catalogue`);
  return gate;
}

export const gateTitle = (id: GateId): string => gateById(id).title;

export const isGateId = (text: string): text is GateId => byId.has(text);
export const isDerivedGateId = (text: string): text is DerivedGateId => byId.get(text)?.kind === "derived";

/** Title of the check that stands beside the numbered gates: no blocking obstacle is open (domain.md 2.1). */
export const obstacleCheckTitle = "Kein blockierendes Hindernis offen";

const needWords = { hold: "ja", notRefused: "nicht versagt", none: "–" } as const;

/** Markdown table of the catalogue; docs/domain/pruefpunkte.md holds a copy, and a test compares them. */
export function gateTable(): string {
  const rows = gates.map(
    ({ id, title, group, kind, norm, schedule, execution }) =>
      `| ${id} | ${title} | ${group} | ${norm.norm} | ${needWords[schedule]} | ${needWords[execution]} | ${kind === "derived" ? "abgeleitet" : "beantwortet"} |`,
  );
  const head = "| Nr. | Prüfpunkt | Gruppe | Norm | Planung | Vollzug | Art |\n|---|---|---|---|---|---|---|";
  return [head, ...rows].join("\n");
}

/** Prüfpunkte, die Menschen beantworten; die übrigen leitet das Programm ab (§ 58 AufenthG; domain.md 2.6). */
export const answeredGates: readonly GateId[] = gates.filter(({ kind }) => kind === "answered").map(({ id }) => id);
