/** D20–D28: maximum durations of deprivation of liberty. The strict reading throughout: the first day counts, nothing rolls. Data only. */
import { byStartEvent, federal, federalLawRead, pact } from "./catalogue-dates.ts";
import type { Rule } from "./rule.ts";

const release = "Die Person ist zu entlassen. Eine Verlängerung beantragt und entscheidet nie das System.";
const custody = { ...federal, set: "CUSTODY", direction: "ownPower", missed: release } as const;
const start = { event: "custodyStarted", text: "Beginn der Freiheitsentziehung" } as const;
const upTo = (usual: string) => ({ usual, shortest: "P1D", chosen: true }) as const;

export const custodyRules: readonly Rule[] = [
  {
    ...custody,
    id: "D20",
    title: "Sicherungshaft",
    norm: "§ 62 Abs. 3 und 4 AufenthG",
    length: { usual: "P6M", shortest: "P1D", longest: "P18M", chosen: true },
    credits: true,
    starts: start,
  },
  {
    ...custody,
    id: "D21",
    title: "Vorbereitungshaft",
    norm: "§ 62 Abs. 2 AufenthG",
    length: upTo("P6W"),
    starts: start,
  },
  {
    ...custody,
    id: "D22",
    title: "Mitwirkungshaft",
    norm: "§ 62 Abs. 6 AufenthG",
    length: upTo("P14D"),
    starts: start,
  },
  {
    ...custody,
    id: "D23",
    title: "Ausreisegewahrsam",
    norm: "§ 62b Abs. 1 AufenthG a. F.",
    version: "2017-07-29",
    validFrom: "2017-07-29",
    validTo: "2024-02-26",
    evidence: "M",
    length: upTo("P10D"),
    starts: start,
  },
  {
    ...custody,
    id: "D23",
    title: "Ausreisegewahrsam",
    norm: "§ 62b Abs. 1 AufenthG",
    version: federalLawRead,
    validFrom: "2024-02-27",
    length: upTo("P28D"),
    starts: start,
  },
  {
    ...federal,
    id: "D24",
    title: "Gewahrsam ohne richterliche Entscheidung",
    norm: "§ 428 Abs. 1 FamFG, Art. 104 Abs. 2 Satz 3 GG",
    set: "CUSTODY",
    direction: "ownPower",
    length: { usual: "P1D" },
    endsAt: "endOfDay",
    starts: { event: "administrativeCustodyStarted", text: "Ergreifen der Person" },
    missed: "Ohne richterliche Anordnung ist die Person freizulassen. Wochenende und Feiertag verlängern nichts.",
  },
  {
    ...custody,
    id: "D25",
    title: "Einstweilige Anordnung der Haft",
    norm: "§ 427 Abs. 1 FamFG",
    length: upTo("P6W"),
    starts: start,
  },
  {
    ...federal,
    id: "D26",
    title: "Aussetzung des Vollzugs ohne Gericht",
    norm: "§ 424 Abs. 1 FamFG",
    set: "BGB",
    isDuration: true,
    direction: "ownPower",
    length: upTo("P1W"),
    starts: { event: "detentionExecutionSuspended", text: "Aussetzung des Vollzugs der Haft" },
    missed: "Länger darf nur das Gericht aussetzen.",
  },
  {
    ...federal,
    id: "D27",
    title: "Haft nach Asylantrag aus der Haft",
    norm: "§ 14 Abs. 4 AsylG, § 62c Abs. 2 AufenthG",
    set: "BGB",
    isDuration: true,
    direction: "ownPower",
    length: { usual: "P4W" },
    starts: { event: "asylumApplicationFromCustody", text: "Eingang des Asylantrags beim Bundesamt" },
    missed:
      "Die Haft endet mit der Entscheidung des Bundesamts, spätestens an diesem Tag; die gesetzlichen Ausnahmen sind zu prüfen.",
  },
  {
    ...pact,
    ...byStartEvent,
    id: "D28",
    title: "Rückkehrgrenzverfahren",
    norm: "Art. 4 Abs. 2, Art. 5 Abs. 4, Art. 6 VO (EU) 2024/1349",
    set: "CUSTODY",
    direction: "ownPower",
    // 12 weeks, and 6 more only in a crisis that the Union has determined (Art. 6).
    length: { usual: "P12W", shortest: "P1D", longest: "P18W", chosen: true },
    starts: { event: "borderProcedureStarted", text: "Beginn des Rückkehrgrenzverfahrens" },
    missed: "Das Grenzverfahren endet. Haft darin wird auf spätere Haft angerechnet.",
  },
];
