/** Prüfpunkte of the group "Recht" (domain.md 2.6). Data only; must never contain a condition that a person can waive. */
import { answeredGate, derivedGate, type GateDefinition } from "./gate.ts";

const group = "Recht";

export const gatesOfLaw: readonly GateDefinition[] = [
  derivedGate("G02", {
    title: "Ausreisepflicht besteht",
    question: "Besteht die Ausreisepflicht?",
    norm: "§ 50 Abs. 1 AufenthG",
    group,
  }),
  derivedGate("G03", {
    title: "Ausreisepflicht ist vollziehbar",
    question:
      "Ist die Ausreisepflicht vollziehbar, die Ausreisefrist abgelaufen oder entbehrlich und nicht unterbrochen?",
    norm: "§ 58 Abs. 1 und 2, § 59 AufenthG",
    group,
  }),
  answeredGate("G04", {
    title: "Androhung oder Anordnung zugestellt, Zielstaat genannt",
    question:
      "Ist die Abschiebungsandrohung oder -anordnung schriftlich, begründet und zugestellt, nennt sie den Zielstaat und nimmt sie Staaten mit Abschiebungsverbot aus?",
    norm: "§ 59 Abs. 2 und 3, § 60 Abs. 10, § 77 AufenthG; §§ 34, 34a AsylG",
    group,
  }),
  answeredGate(
    "G05",
    {
      title: "Kein Abschiebungsverbot für den Zielstaat",
      question:
        "Liegt für den Zielstaat kein Abschiebungsverbot vor, und sind die bindenden Feststellungen von BAMF und Gerichten beachtet?",
      norm: "§ 60, § 72 Abs. 2 AufenthG; § 42 AsylG",
      group,
    },
    { evidence: "optional" },
  ),
  derivedGate("G06", {
    title: "Keine Duldung in Kraft",
    question: "Ist keine Duldung (auch Ausbildungs- oder Beschäftigungsduldung) in Kraft?",
    norm: "§§ 60a, 60c, 60d AufenthG",
    group,
  }),
  derivedGate("G07", {
    title: "Kein Eilantrag steht entgegen",
    question:
      "Ist kein Eilantrag anhängig oder stattgegeben, der entgegensteht, sind die Antragsfristen abgelaufen und ist das Gericht gefragt?",
    norm: "§ 34a Abs. 3, § 36 Abs. 2, § 71 Abs. 3 AsylG; Art. 68 Abs. 5 EU-Asylverfahrensverordnung; §§ 80, 123 VwGO",
    group,
  }),
  answeredGate(
    "G10",
    {
      title: "Einvernehmen der Staatsanwaltschaft",
      question:
        "Liegt das Einvernehmen von Staatsanwaltschaft oder Zeugenschutz vor oder ist eine Ausnahme dokumentiert?",
      norm: "§ 72 Abs. 4 AufenthG",
      group,
    },
    { mayNotApply: true },
  ),
  answeredGate(
    "G24",
    {
      title: "Einreise- und Aufenthaltsverbot befristet",
      question:
        "Ist das Einreise- und Aufenthaltsverbot mit Frist und Gründen erlassen und auf die Verlängerung hingewiesen?",
      norm: "§ 11 Abs. 2, 5c und 9, § 77 AufenthG",
      group,
    },
    { mayNotApply: true },
  ),
  answeredGate(
    "G25",
    {
      title: "Kein Auslieferungsersuchen",
      question: "Liegt kein Auslieferungsersuchen vor, oder hat die zuständige Stelle der Abschiebung zugestimmt?",
      norm: "§ 60 Abs. 4 AufenthG",
      group,
    },
    { evidence: "optional" },
  ),
  answeredGate(
    "G27",
    {
      title: "Kein neuer Asylantrag",
      question:
        "Ist seit der letzten Prüfung kein Asyl- oder Folgeantrag gestellt, oder liegt die Rückmeldung des BAMF dazu vor?",
      norm: "§ 14 Abs. 2 und 4, § 71 AsylG",
      group,
    },
    { evidence: "optional" },
  ),
  derivedGate("G28", {
    title: "Freiwillige Ausreise angeboten",
    question: "Ist das Angebot der freiwilligen Ausreise dokumentiert und keine freiwillige Ausreise bewilligt?",
    norm: "§ 86a AufenthG; Vorrang der freiwilligen Ausreise (Stadt Koblenz, AW/0048/2025, Nr. 2 c)",
    group,
  }),
];
