/** The report "failed measures": the same rows for everyone, small cells hidden for everyone outside the authority. */
import { type Day, day } from "../../kernel/day.ts";
import type { Db } from "../../platform/change.ts";
import { formatDay } from "../../ui/index.ts";
import {
  causeLabels,
  failureCauses,
  type FailureCause,
  failurePhases,
  type FailurePhase,
  outcomeSchemes,
  phaseLabels,
  schemeCategories,
  type SchemeId,
} from "../measure/index.ts";
import { completenessText } from "./domain/definition.ts";
import { byScheme, type FailureReport, type Grouping, phaseByCause, reportFailures } from "./domain/failed-measures.ts";
import { failedMeasures, type StoredReport } from "./queries.ts";

export const schemes = {
  amtsweg: "Phase und Grund",
  ...Object.fromEntries(Object.values(outcomeSchemes).map(({ id, title }) => [id, title])),
} as Record<"amtsweg" | SchemeId, string>;
export type Scheme = keyof typeof schemes;
export const isScheme = (text: string): text is Scheme => Object.hasOwn(schemes, text);

export type ReportInput = { ownerId: string; from: Day; to: Day; asOf: Day; scheme: Scheme };

function groupingOf(scheme: Scheme): Grouping {
  if (scheme === "amtsweg") return phaseByCause(phaseLabels, causeLabels, "unknown");
  const chosen = outcomeSchemes[scheme];
  const isPhase = (text: string): text is FailurePhase => (failurePhases as string[]).includes(text);
  const isCause = (text: string): text is FailureCause => (failureCauses as string[]).includes(text);
  const categoryOf = (phase: string, cause: string): string =>
    isPhase(phase) && isCause(cause) ? chosen.categoryOf(phase, cause) : `${phase}, ${cause}`;
  return byScheme(categoryOf, schemeCategories(chosen));
}

export async function makeReport(
  reader: { db: Db },
  input: ReportInput,
  audience: "own" | "outside",
): Promise<FailureReport> {
  const rows = await failedMeasures(reader, input.ownerId, input.from.toString(), input.to.toString());
  const source = `Amtsweg, Maßnahmen der Behörde, ${formatDay(input.from)} bis ${formatDay(input.to)}; Schema: ${schemes[input.scheme]}`;
  const grouping = groupingOf(input.scheme);
  // Outside, lines and columns without any failure are left out: zeros beside small counts would hide the totals too.
  const shown = audience === "own" ? grouping : { ...grouping, rows: [], columns: [] };
  return reportFailures(rows, { asOf: input.asOf, grouping: shown, audience, unknownCause: "unknown", source });
}

/** What a stored run keeps: plain values. */
export const toStored = ({ definition, years }: FailureReport): StoredReport => ({
  title: definition.title,
  definition: definition.definition,
  source: definition.source,
  completeness: completenessText(definition.completeness),
  years: years.map(({ year, table }) => ({ year, table })),
});

/** The whole year before and the year of the day: what a council usually asks for. */
export const usualSpan = (today: Day): { from: Day; to: Day } => ({ from: day(`${today.year - 2}-01-01`), to: today });
