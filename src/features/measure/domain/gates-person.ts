/** Prüfpunkte of the groups "Person und Familie" and "Gesundheit" (domain.md 2.6). Data only. */
import { answeredGate, type GateDefinition } from "./gate.ts";

const family = "Person und Familie";
const health = "Gesundheit";

export const gatesOfPerson: readonly GateDefinition[] = [
  answeredGate(
    "G01",
    {
      title: "Identität in allen Ersuchen gleich",
      question: "Ist die Identität mindestens glaubhaft und in allen Ersuchen gleich angegeben?",
      norm: "§ 82 Abs. 4 AufenthG",
      group: family,
    },
    { evidence: "optional" },
  ),
  answeredGate(
    "G08",
    {
      title: "Ankündigung bei Familien mit Kindern unter 12 Jahren",
      question:
        "Ist die Abschiebung bei Kindern unter 12 Jahren und mehr als einem Jahr Duldung mindestens einen Monat vorher angekündigt oder die Ausnahme dokumentiert?",
      norm: "§ 60a Abs. 5a AufenthG",
      group: family,
    },
    { mayNotApply: true },
  ),
  answeredGate(
    "G11",
    {
      title: "Aufnahme unbegleiteter Minderjähriger gesichert",
      question:
        "Ist überprüft, dass ein Familienmitglied, ein Vormund oder eine geeignete Einrichtung die minderjährige Person aufnimmt?",
      norm: "§ 58 Abs. 1a AufenthG",
      group: family,
    },
    { mayNotApply: true },
  ),
  answeredGate(
    "G12",
    {
      title: "Kindeswohl, Familie und Gesundheit berücksichtigt",
      question:
        "Sind Kindeswohl, familiäre Bindungen und Gesundheit geprüft, und bleibt die Familie zusammen oder ist die Trennung gesondert begründet, gebilligt und dem Jugendamt mitgeteilt?",
      norm: "§ 59 Abs. 1 Satz 1 AufenthG; § 34 Abs. 1 Nr. 4 AsylG",
      unverifiedNorm: "Art. 5 Richtlinie 2008/115/EG",
      group: family,
    },
    { evidence: "optional" },
  ),
  answeredGate(
    "G21",
    {
      title: "Minderjährige und Familien nicht in Haft",
      question:
        "Ist keine minderjährige Person oder Familie in Haft, und sind schutzbedürftige Personen besonders berücksichtigt?",
      norm: "§ 62 Abs. 1 Satz 3, § 62a Abs. 3 AufenthG",
      group: family,
    },
    { evidence: "optional", mayNotApply: true },
  ),
  answeredGate(
    "G13",
    {
      title: "Reisefähigkeit geprüft",
      question:
        "Ist die Reisefähigkeit bei Attest oder Anhaltspunkten ärztlich geprüft, der Nachweis aktuell und über ärztliche Begleitung entschieden?",
      norm: "§ 60a Abs. 2c und 2d, § 82 Abs. 4 AufenthG",
      group: health,
    },
    { mayNotApply: true },
  ),
  answeredGate(
    "G14",
    {
      title: "Medikamente und medizinische Inempfangnahme gesichert",
      question: "Sind Medikamente, Weiterbehandlung und medizinische Inempfangnahme gesichert, soweit nötig?",
      norm: "§ 60 Abs. 7 AufenthG; Erlass MKJFGFI vom 26.02.2024, 2024-0002779",
      group: health,
    },
    { evidence: "optional", mayNotApply: true },
  ),
];
