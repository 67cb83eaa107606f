/** D07–D11, D13, D60: periods of the Aufenthaltsgesetz outside custody. Data only. */
import { byStartEvent, federal, federalLawRead } from "./catalogue-dates.ts";
import type { Rule } from "./rule.ts";

const enforceable =
  "Die Ausreisepflicht wird vollziehbar. Der Termin einer Abschiebung darf danach nicht angekündigt werden (§ 59 Abs. 1 Satz 8 AufenthG).";
const threat = { event: "removalThreatServed", text: "Bekanntgabe der Abschiebungsandrohung" } as const;
const departure = {
  ...federal,
  set: "BGB",
  direction: "protectsPerson",
  opensAfterEnd: true,
  missed: enforceable,
} as const;

const departurePeriods: readonly Rule[] = [
  {
    ...departure,
    id: "D07",
    title: "Ausreisefrist",
    norm: "§ 59 Abs. 1 Satz 1 AufenthG",
    length: { usual: "P30D", shortest: "P7D", chosen: true },
    starts: threat,
  },
  {
    ...departure,
    id: "D07.short",
    title: "Verkürzte Ausreisefrist",
    norm: "§ 59 Abs. 1 Satz 2 AufenthG",
    length: { usual: "P6D", shortest: "P1D", mustBeGiven: true },
    starts: threat,
  },
  {
    ...departure,
    id: "D07.extended",
    title: "Verlängerte Ausreisefrist",
    norm: "§ 59 Abs. 1 AufenthG",
    length: { usual: "P30D", shortest: "P0D", longest: null, mustBeGiven: true },
    starts: { event: "departurePeriodExtended", text: "Ablauf der bisherigen Frist (§ 190 BGB)" },
  },
  {
    ...departure,
    id: "D07.trafficking",
    title: "Ausreisefrist für Opfer von Menschenhandel",
    norm: "§ 59 Abs. 7 AufenthG",
    length: { usual: "P3M", shortest: "P3M", longest: null, chosen: true },
    starts: threat,
  },
  {
    ...federal,
    id: "D08",
    title: "Antragsfrist gegen eine Abschiebungsanordnung nach § 58a",
    norm: "§ 58a Abs. 4 AufenthG",
    set: "BGB",
    before: "court",
    direction: "protectsPerson",
    opensAfterEnd: true,
    length: { usual: "P7D" },
    starts: { event: "removalOrderServed", text: "Bekanntgabe der Abschiebungsanordnung" },
    missed:
      "Der Vollzug wird möglich. Bei rechtzeitigem Antrag bleibt er bis zur Entscheidung des Gerichts unzulässig.",
  },
];

const protections: readonly Rule[] = [
  {
    id: "D09",
    title: "Ankündigung der Abschiebung",
    norm: "§ 60a Abs. 5a AufenthG",
    version: federalLawRead,
    validFrom: "2024-02-27",
    evidence: "V",
    ...byStartEvent,
    set: "SUSPEND",
    direction: "protectsPerson",
    opensAfterEnd: true,
    length: { usual: "P1M", shortest: "P1M", longest: null },
    starts: { event: "removalAnnounced", text: "Ankündigung, dass eine Abschiebung vorgesehen ist (ohne Termin)" },
    missed:
      "Ab dem Folgetag ist die Abschiebung zulässig. Nach Verlängerung der Duldung um mehr als ein Jahr ist neu anzukündigen.",
  },
  {
    ...federal,
    id: "D10",
    title: "Aussetzung nach gescheiterter Abschiebung mit Rückübernahmepflicht",
    norm: "§ 60a Abs. 2a AufenthG",
    set: "SUSPEND",
    direction: "protectsPerson",
    opensAfterEnd: true,
    length: { usual: "P1W" },
    starts: { event: "removalFailedWithReadmission", text: "Wiedereinreise nach gescheiterter Abschiebung" },
    missed: "Die Aussetzung endet. Eine Verlängerung ist nicht möglich.",
  },
  {
    ...federal,
    id: "D11",
    title: "Anzeige vor Verlassen des Bezirks für mehr als 3 Tage",
    norm: "§ 50 Abs. 4 AufenthG",
    set: "BGB",
    direction: "protectsPerson",
    starts: { event: "absenceNoticed", text: "Verlassen des Bezirks" },
    missed: "Die Anzeige hat vorher zu geschehen; gezählt wird hier keine Frist.",
  },
  {
    ...federal,
    id: "D13",
    title: "Höchstdauer eines Abschiebungsstopps des Landes",
    norm: "§ 60a Abs. 1 AufenthG",
    set: "BGB",
    isDuration: true,
    direction: "ownPower",
    length: { usual: "P3M", shortest: "P1D", longest: "P6M", chosen: true },
    starts: { event: "groupSuspensionOrdered", text: "Anordnung des Abschiebungsstopps" },
    missed: "Der Abschiebungsstopp endet. Für mehr als 6 Monate gilt nur § 23 Abs. 1 AufenthG.",
  },
];

const entryBan: Rule = {
  ...federal,
  id: "D60",
  title: "Einreise- und Aufenthaltsverbot",
  norm: "§ 11 AufenthG",
  set: "BGB",
  isDuration: true,
  direction: "ownPower",
  // Which ground allows which length is for the decision to say (5, 10, 20 years); 20 is the most a counted ban can be.
  length: { usual: "P5Y", shortest: "P1D", longest: "P20Y", chosen: true },
  suspendable: true,
  starts: { event: "departed", text: "Ausreise" },
  missed: "Das Verbot endet; danach läuft die Löschfrist (§ 91 AufenthG).",
};

export const residenceRules: readonly Rule[] = [...departurePeriods, ...protections, entryBan];
