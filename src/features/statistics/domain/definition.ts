/** What a figure means: no figure leaves the system without its definition, its day and how complete it is. */
import type { Day } from "../../../kernel/day.ts";

/** Vollständigkeit: wie viele der gezählten Maßnahmen einen angegebenen Grund haben (domain.md 4.17). */
export type Completeness = { stated: number; all: number } | "suppressed";

/** Definition einer Kennzahl mit Datenstand, Vollständigkeit und Quelle (domain.md 4.17; BT-Drs. 21/1532). */
export type FigureDefinition = {
  title: string;
  definition: string;
  asOf: Day;
  completeness: Completeness;
  source: string;
};

/** Share with a stated cause; undefined where it would tell about single measures. A figure about nothing is complete. */
function completenessShare(completeness: Completeness): number | undefined {
  if (completeness === "suppressed") return undefined;
  return completeness.all === 0 ? 1 : completeness.stated / completeness.all;
}

/** German sentence for the table, such as "Vollständigkeit 98,1 % (19 ohne Grund)". */
export function completenessText(completeness: Completeness): string {
  if (completeness === "suppressed") return "Vollständigkeit nicht ausgewiesen (kleine Anzahl)";
  const { stated, all } = completeness;
  const percent = ((completenessShare(completeness) ?? 1) * 100).toFixed(1).replace(".", ",");
  return stated === all ? "Vollständigkeit 100 %" : `Vollständigkeit ${percent} % (${all - stated} ohne Grund)`;
}
