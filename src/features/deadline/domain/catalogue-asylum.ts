/** D01–D06, D12, D64: periods of the Asylgesetz after a decision of the Bundesamt. Data only. */
import { beforePact, federal, pact } from "./catalogue-dates.ts";
import type { Rule } from "./rule.ts";

const served = { event: "decisionServed", text: "Zustellung der Entscheidung" } as const;
const remedy = { set: "BGB", before: "court", direction: "protectsPerson", starts: served } as const;
const departure = { set: "BGB", direction: "protectsPerson", opensAfterEnd: true } as const;

const finalDecision = "Die Entscheidung wird bestandskräftig.";
const enforceable =
  "Die Ausreisepflicht wird vollziehbar. Der Termin einer Abschiebung darf danach nicht angekündigt werden (§ 59 Abs. 1 Satz 8 AufenthG).";
const orderMayBeExecuted =
  "Die Entscheidung wird bestandskräftig; die Sperre des Vollzugs während der Antragsfrist endet.";
const groundsLate = "Spätere Tatsachen und Beweismittel kann das Gericht zurückweisen.";

const weekStarts = {
  event: "urgentMotionRejected",
  text: "Ablauf der Klagefrist oder Zustellung des ablehnenden Eilbeschlusses",
} as const;
const thirtyDaysStart = {
  event: "claimDismissedFinal",
  text: "Ablauf der Klagefrist oder Ende des Bleiberechts",
} as const;

const remedies: readonly Rule[] = [
  {
    ...remedy,
    ...beforePact,
    id: "D01",
    title: "Klagefrist",
    norm: "§ 74 Abs. 1 Halbsatz 1 AsylG a. F.",
    length: { usual: "P2W" },
    missed: finalDecision,
  },
  {
    ...remedy,
    ...pact,
    id: "D01",
    title: "Klagefrist",
    norm: "§ 74 Abs. 1 Satz 1 AsylG",
    length: { usual: "P2W" },
    missed: finalDecision,
  },
  {
    ...remedy,
    ...beforePact,
    id: "D01.uninstructed",
    title: "Klagefrist ohne richtige Belehrung",
    norm: "§ 58 Abs. 2 VwGO",
    length: { usual: "P1Y" },
    missed: finalDecision,
  },
  {
    ...remedy,
    ...pact,
    id: "D01.uninstructed",
    title: "Klagefrist ohne richtige Belehrung",
    norm: "§ 74 Abs. 1, § 34a Abs. 3, § 36 Abs. 2 AsylG",
    length: { usual: "P3M" },
    missed: finalDecision,
  },
  {
    ...remedy,
    ...pact,
    id: "D01.uninstructedBorder",
    title: "Klagefrist im Grenzverfahren ohne richtige Belehrung",
    norm: "§ 18a Abs. 4 AsylG",
    length: { usual: "P1M" },
    missed: finalDecision,
  },
  {
    ...remedy,
    ...federal,
    id: "D01.uninstructedGeneral",
    title: "Klagefrist ohne richtige Belehrung außerhalb des AsylG",
    norm: "§ 58 Abs. 2 VwGO",
    length: { usual: "P1Y" },
    missed: finalDecision,
  },
  {
    ...remedy,
    ...beforePact,
    id: "D02",
    title: "Klage- und Eilantragsfrist",
    norm: "§ 74 Abs. 1 Halbsatz 2, § 34a Abs. 2, § 36 Abs. 3 AsylG a. F.",
    length: { usual: "P1W" },
    missed: orderMayBeExecuted,
  },
  {
    ...remedy,
    ...pact,
    id: "D02",
    title: "Klage- und Eilantragsfrist",
    norm: "§ 74 Abs. 1 Satz 2 und 3, § 34a Abs. 3, § 36 Abs. 2 AsylG",
    length: { usual: "P1W" },
    missed: orderMayBeExecuted,
  },
  {
    ...remedy,
    ...beforePact,
    id: "D03",
    title: "Begründung der Klage",
    norm: "§ 74 Abs. 2 AsylG a. F.",
    length: { usual: "P1M" },
    missed: groundsLate,
  },
  {
    ...remedy,
    ...pact,
    id: "D03",
    title: "Begründung der Klage",
    norm: "§ 74 Abs. 2 AsylG",
    length: { usual: "P1M" },
    missed: groundsLate,
  },
];

const departures: readonly Rule[] = [
  {
    ...departure,
    ...beforePact,
    id: "D04",
    title: "Ausreisefrist 1 Woche",
    norm: "§ 36 Abs. 1 AsylG a. F.",
    length: { usual: "P1W" },
    starts: weekStarts,
    missed: enforceable,
  },
  {
    ...departure,
    ...pact,
    id: "D04",
    title: "Ausreisefrist 1 Woche",
    norm: "§ 38 Abs. 1 AsylG",
    length: { usual: "P1W" },
    starts: weekStarts,
    missed: enforceable,
  },
  {
    ...departure,
    ...beforePact,
    id: "D05",
    title: "Ausreisefrist 30 Tage",
    norm: "§ 38 Abs. 1 AsylG a. F.",
    length: { usual: "P30D" },
    starts: thirtyDaysStart,
    missed: enforceable,
  },
  {
    ...departure,
    ...pact,
    id: "D05",
    title: "Ausreisefrist 30 Tage",
    norm: "§ 38 Abs. 2 AsylG",
    length: { usual: "P30D" },
    starts: thirtyDaysStart,
    missed: enforceable,
  },
  {
    ...departure,
    ...federal,
    id: "D06",
    title: "Ausreisefrist bei Bereitschaft zur freiwilligen Ausreise",
    norm: "§ 38 Abs. 3 AsylG",
    length: { usual: "P3M", shortest: "P1D", chosen: true },
    starts: { event: "departurePeriodSet", text: "Bekanntgabe der verlängerten Ausreisefrist" },
    missed: enforceable,
  },
];

const others: readonly Rule[] = [
  {
    ...federal,
    id: "D12",
    title: "Ausschreibung zur Aufenthaltsermittlung: Abwesenheit von der Einrichtung",
    norm: "§ 66 Abs. 1 AsylG",
    set: "BGB",
    direction: "protectsPerson",
    opensAfterEnd: true,
    length: { usual: "P1W" },
    starts: { event: "absenceNoticed", text: "Feststellung der Abwesenheit" },
    missed: "Eine Ausschreibung wird möglich. Sie geschieht nie von selbst; eine Person entscheidet mit Begründung.",
  },
  {
    ...federal,
    id: "D12.mail",
    title: "Ausschreibung zur Aufenthaltsermittlung: Zustellung nicht abgeholt",
    norm: "§ 66 Abs. 1 AsylG",
    set: "BGB",
    direction: "protectsPerson",
    opensAfterEnd: true,
    length: { usual: "P2W" },
    starts: { event: "absenceNoticed", text: "Zustellung, die nicht abgeholt wurde" },
    missed: "Eine Ausschreibung wird möglich. Sie geschieht nie von selbst; eine Person entscheidet mit Begründung.",
  },
  {
    ...federal,
    id: "D64",
    title: "Aufbewahrung der Asylakte des Bundesamts",
    norm: "§ 7 Abs. 3 AsylG",
    set: "BGB",
    isDuration: true,
    direction: "ownPower",
    length: { usual: "P20Y" },
    starts: { event: "asylumProcedureClosed", text: "Unanfechtbarer Abschluss des Asylverfahrens" },
    missed: "Die Daten sind zu löschen; die Löschung wird protokolliert.",
  },
];

export const asylumRules: readonly Rule[] = [...remedies, ...departures, ...others];
