/** Between the form of a hazard statement and the statement: fact or assessment, never both, never a figure. */
import { z } from "zod";
import type { FormState } from "../../kernel/form-state.ts";
import { isId } from "../../kernel/id.ts";
import { choice, choices, optionalText, requiredDay, requiredText, version } from "../../platform/http/fields.ts";
import { formatDay } from "../../ui/index.ts";
import {
  type Concern,
  concernLabels,
  type HazardStatement,
  natureLabels,
  type Reliability,
  reliabilityLabels,
  type StatementGap,
} from "./domain/hazard-statement.ts";

const keys = <K extends string>(labels: Record<K, string>) => Object.keys(labels) as [K, ...K[]];

export const statementForm = z
  .object({
    version: version(),
    id: z.string().refine(isId, "Bitte die Seite neu laden."),
    nature: choice(keys<HazardStatement["nature"]>(natureLabels), "Wählen Sie: Tatsache oder Einschätzung."),
    text: requiredText("Schreiben Sie die Aussage.", 2000, 3),
    origin: requiredText("Geben Sie an, woher die Aussage stammt.", 500),
    dated: requiredDay("Geben Sie den Tag der Aussage an, zum Beispiel 26.10.2026."),
    reliability: choice(keys<Reliability>(reliabilityLabels), "Wählen Sie, wie verlässlich die Aussage ist."),
    concerns: choices(keys<Concern>(concernLabels)).refine(
      (list) => list.length > 0,
      "Wählen Sie, für wen die Aussage wichtig ist.",
    ),
    measureKind: choice(["planned", "none"], "Wählen Sie, ob eine Schutzmaßnahme folgt."),
    measureText: requiredText("Nennen Sie die Schutzmaßnahme oder den Grund, warum keine folgt.", 1000),
    remarkKind: choice(["heard", "notHeard"], "Wählen Sie, ob sich die Person geäußert hat."),
    remarkText: requiredText("Geben Sie die Äußerung wieder oder den Grund, warum es keine gibt.", 1000),
    legalBasis: requiredText("Geben Sie die Rechtsgrundlage der Weitergabe an.", 300),
    expiresOn: requiredDay("Geben Sie an, bis wann die Aussage gilt, zum Beispiel 31.12.2026."),
    replaces: optionalText(40),
  })
  .transform((form) => ({
    seenVersion: form.version,
    replaces: form.replaces,
    statement: {
      id: form.id,
      nature: form.nature,
      text: form.text,
      origin: form.origin,
      dated: form.dated,
      reliability: form.reliability,
      concerns: form.concerns,
      protectiveMeasure:
        form.measureKind === "planned"
          ? { kind: "planned" as const, text: form.measureText }
          : { kind: "none" as const, reason: form.measureText },
      personsRemark:
        form.remarkKind === "heard"
          ? { kind: "heard" as const, text: form.remarkText }
          : { kind: "notHeard" as const, reason: form.remarkText },
      legalBasis: form.legalBasis,
      expiresOn: form.expiresOn,
    },
  }));

/** What the domain finds wrong, at the field where it can be mended. */
export const gapFields: Record<StatementGap, { field: string; message: string }> = {
  text: { field: "text", message: "Schreiben Sie die Aussage." },
  origin: { field: "origin", message: "Geben Sie an, woher die Aussage stammt." },
  datedInFuture: { field: "dated", message: "Der Tag liegt in der Zukunft." },
  concerns: { field: "concerns", message: "Wählen Sie, für wen die Aussage wichtig ist." },
  protectiveMeasure: { field: "measureText", message: "Nennen Sie die Schutzmaßnahme oder den Grund." },
  personsRemark: { field: "remarkText", message: "Geben Sie die Äußerung oder den Grund an." },
  legalBasis: { field: "legalBasis", message: "Geben Sie die Rechtsgrundlage an." },
  expired: { field: "expiresOn", message: "Der Tag, bis zu dem die Aussage gilt, liegt vor heute." },
};

/** A stored statement as form, to be changed. */
export const formOf = ({ protectiveMeasure, personsRemark, ...statement }: HazardStatement): FormState => ({
  errors: {},
  values: {
    nature: statement.nature,
    text: statement.text,
    origin: statement.origin,
    dated: formatDay(statement.dated),
    reliability: statement.reliability,
    concerns: statement.concerns,
    measureKind: protectiveMeasure.kind,
    measureText: protectiveMeasure.kind === "planned" ? protectiveMeasure.text : protectiveMeasure.reason,
    remarkKind: personsRemark.kind,
    remarkText: personsRemark.kind === "heard" ? personsRemark.text : personsRemark.reason,
    legalBasis: statement.legalBasis,
    expiresOn: formatDay(statement.expiresOn),
  },
});
