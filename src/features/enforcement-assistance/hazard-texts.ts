/** German words of the hazard assessment: addresses of the sources, and what is still missing. */
import {
  type AssessmentGap,
  type HazardAssessment,
  type HazardSource,
  sourceLabels,
} from "./domain/hazard-assessment.ts";
import { gapFields } from "./statement-form.ts";

/** Last part of the address of a source. */
export const sourceSlugs: Record<HazardSource, string> = {
  ownFindings: "eigene",
  policeFindings: "polizei",
  prosecutorFindings: "staatsanwaltschaft",
};

export const sourceOfSlug = (slug: string | undefined): HazardSource | undefined =>
  (Object.keys(sourceSlugs) as HazardSource[]).find((source) => sourceSlugs[source] === slug);

export function gapText(gap: AssessmentGap): string {
  switch (gap.what) {
    case "sourceOpen":
      return `Quelle „${sourceLabels[gap.source]}“ ist noch nicht beantwortet.`;
    case "referenceMissing":
      return `Quelle „${sourceLabels[gap.source]}“: Der Beleg der Antwort fehlt.`;
    case "noStatement":
      return `Quelle „${sourceLabels[gap.source]}“: Es fehlt eine Aussage.`;
    case "reviewerMissing":
      return "Die prüfende Person fehlt.";
    case "reviewerIsAuthor":
      return "Wer eine Aussage oder Antwort geschrieben hat, kann die Bewertung nicht abschließen. Eine andere Person muss prüfen.";
    default:
      return `Quelle „${sourceLabels[gap.source]}“: ${gapFields[gap.what].message}`;
  }
}

export const assessmentWords = (assessment: HazardAssessment): { sign: string; text: string } =>
  assessment.status === "final"
    ? { sign: "✚", text: "abgeschlossen" }
    : Object.values(assessment.sources).every(({ result }) => result === "open")
      ? { sign: "○", text: "nicht begonnen" }
      : { sign: "◑", text: "in Arbeit" };
