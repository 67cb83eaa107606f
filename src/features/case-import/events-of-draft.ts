/**
 * Legal events (Rechtsereignisse) that a row proves, and what it says beyond them. Nothing is assumed: a fact that lacks
 * something its event needs is shown at the case for the clerk, never completed by a guess.
 */
import { day, isAfter } from "../../kernel/day.ts";
import type { LegalEventDraft } from "../case/index.ts";
import type { LegalFacts } from "./domain/legal-facts.ts";
import type { ImportedBasis, ImportedDecisionKind } from "./domain/legal-words.ts";
import { germanText } from "./domain/sheet-date.ts";

type Procedure = Extract<LegalEventDraft, { type: "claimFiled" }>["procedure"];

const procedureOfKind: Record<ImportedDecisionKind, Procedure> = {
  asylumStandard: "asylum",
  asylumShortened: "asylum",
  euTransfer: "euTransfer",
  residenceDecision: "residence",
  residenceThreat: "residence",
};

const procedureOfBasis: Record<ImportedBasis, Procedure> = {
  asylG34: "asylum",
  asylG34a: "euTransfer",
  aufenthG58a: "security",
  aufenthG59: "residence",
};

/** The proceedings, where kind and basis name the same one. */
function procedureOf({ decisionKind, decisionBasis }: LegalFacts): Procedure | undefined {
  const byKind = decisionKind && procedureOfKind[decisionKind];
  const byBasis = decisionBasis && procedureOfBasis[decisionBasis];
  return byKind && byBasis && byKind !== byBasis ? undefined : (byKind ?? byBasis);
}

/** A period is made known with the threat that sets it (§ 59 Abs. 1 AufenthG, § 34 AsylG); other decisions need not hold one. */
const setsPeriod = ({ decisionKind, decisionBasis }: LegalFacts): boolean =>
  decisionKind === "residenceThreat" || decisionBasis === "asylG34" || decisionBasis === "aufenthG59";

export function eventsOf(facts: LegalFacts): LegalEventDraft[] {
  const { decisionOn, decisionKind, claimFiledOn, finalOn } = facts;
  const procedure = procedureOf(facts);
  const period = periodOf(facts);
  const events: LegalEventDraft[] = [];
  if (decisionOn && decisionKind) events.push({ type: "decisionIssued", on: day(decisionOn), kind: decisionKind });
  if (period) events.push(period);
  if (claimFiledOn && procedure) events.push({ type: "claimFiled", on: day(claimFiledOn), procedure });
  if (finalOn && procedure) events.push({ type: "decisionFinal", on: day(finalOn), procedure });
  return events;
}

function periodOf(facts: LegalFacts): LegalEventDraft | undefined {
  const { servedOn, departurePeriodUntil } = facts;
  if (!servedOn || !departurePeriodUntil || !setsPeriod(facts)) return undefined;
  const on = day(servedOn);
  const until = day(departurePeriodUntil);
  return isAfter(until, on) ? { type: "departurePeriodSet", on, until } : undefined;
}

/** What the row says and no event of it holds, as German sentences that name what is missing. */
export function openFactsOf(facts: LegalFacts): string[] {
  const recorded = new Set(eventsOf(facts).map(({ type }) => type));
  const { decisionOn, decisionText, servedOn, claimFiledOn, finalOn, departurePeriodUntil, suspension } = facts;
  const says = (iso: string | undefined, type: LegalEventDraft["type"]): iso is string =>
    iso !== undefined && !recorded.has(type);
  const open: string[] = [];
  if (says(decisionOn, "decisionIssued"))
    open.push(`Bescheid vom ${germanText(decisionOn)}: Die Art des Bescheids ist nicht eindeutig.`);
  if (decisionText) open.push(`Bescheidart laut Tabelle: ${decisionText}`);
  if (servedOn)
    open.push(
      `Zugestellt am ${germanText(servedOn)}: Rechtsbehelfsbelehrung und Abschiebungsandrohung stehen nicht in der Tabelle.`,
    );
  if (says(claimFiledOn, "claimFiled"))
    open.push(`Klage erhoben am ${germanText(claimFiledOn)}: Das Verfahren ist nicht eindeutig.`);
  if (says(finalOn, "decisionFinal"))
    open.push(`Bestandskräftig seit ${germanText(finalOn)}: Das Verfahren ist nicht eindeutig.`);
  if (says(departurePeriodUntil, "departurePeriodSet"))
    open.push(`Ausreisefrist bis ${germanText(departurePeriodUntil)}: Der Tag der Bekanntgabe ist nicht eindeutig.`);
  if (suspension) open.push(`Duldungsgrund laut Tabelle: ${suspension.text}. Der Tag der Erteilung fehlt.`);
  return open;
}
