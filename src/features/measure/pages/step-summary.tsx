/** What an official decides about: the measure in a few lines, on the page of a step that asks for nothing else. */
import { Card, DescriptionList, formatInstant, formatWeekday } from "../../../ui/index.ts";
import { dayInGermany } from "../../../kernel/day.ts";
import type { GateResult } from "../domain/evaluate.ts";
import { statusLabels } from "../domain/measure.ts";
import type { MeasureView } from "./measure-page.tsx";

const beginText = (startsAt: Date | null | undefined): string =>
  startsAt
    ? `${formatWeekday(dayInGermany(startsAt))}, ${formatInstant(startsAt).split(", ")[1] ?? ""}`
    : "noch nicht geplant";

function gatesText(results: readonly GateResult[]): string {
  const open = results.filter(({ status }) => status !== "holds" && status !== "notApplicable");
  const met = `${results.length - open.length} von ${results.length} erfüllt`;
  if (open.length === 0) return met;
  return `${met}; nicht erfüllt: ${open.map(({ gate }) => (gate === "obstacles" ? "Hindernisse" : gate)).join(", ")}`;
}

export const StepSummary = ({
  view: { stored, fileNumber, plan, evaluated, approvals, ...view },
}: {
  view: MeasureView;
}) => (
  <Card title="Angaben der Maßnahme">
    <DescriptionList
      items={[
        { term: "Maßnahme", value: `${stored.number}, ${statusLabels[stored.measure.status]}` },
        { term: "Aktenzeichen", value: fileNumber },
        { term: "Personen", value: String(view.persons) },
        { term: "Zielstaat", value: view.targetStateName },
        { term: "Beginn", value: beginText(plan?.startsAt) },
        { term: "Einsatzort", value: plan?.place ?? "–" },
        { term: "Prüfpunkte vor dem Vollzug", value: gatesText(evaluated.execution) },
        { term: "Freigaben", value: approvals.map(({ name }) => name).join(", ") || "noch keine" },
      ]}
    />
  </Card>
);
