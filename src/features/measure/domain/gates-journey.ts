/** Prüfpunkte of the groups "Papiere und Zielstaat", "Reise" and "Vollzug" (domain.md 2.6). Data only. */
import { answeredGate, derivedGate, type GateDefinition } from "./gate.ts";

const papers = "Papiere und Zielstaat";
const travel = "Reise";
const execution = "Vollzug";

const gatesOfPapers: readonly GateDefinition[] = [
  answeredGate("G15", {
    title: "Heimreisedokument gültig und verwahrt",
    question:
      "Liegt ein Heimreisedokument vor, das über die Ankunft hinaus gilt, ist sein Verbleib bekannt und sind die Einreisebedingungen erfüllt?",
    norm: "§ 50 Abs. 5 AufenthG",
    group: papers,
  }),
  answeredGate(
    "G16",
    {
      title: "Zielstaat ist einverstanden",
      question: "Hat der Zielstaat zugestimmt, soweit nötig, und ist seine Ankündigungsfrist eingehalten?",
      norm: "Art. 46, 48 VO (EU) 2024/1351; Durchführungs-VO (EU) 2025/2055; Rückübernahmeabkommen",
      group: papers,
    },
    { evidence: "optional" },
  ),
  answeredGate(
    "G26",
    {
      title: "Schutz in einem anderen EU-Staat beachtet",
      question: "Hat die Person keinen Schutz in einem anderen EU-Staat, oder geht die Abschiebung nur dorthin?",
      norm: "§ 58 Abs. 1b AufenthG",
      group: papers,
    },
    { evidence: "optional" },
  ),
];

const gatesOfTravel: readonly GateDefinition[] = [
  derivedGate("G17", {
    title: "Überstellungsfrist läuft bei Ankunft noch",
    question: "Ist die Überstellungsfrist bei der geplanten Ankunft noch nicht abgelaufen?",
    norm: "Art. 46 VO (EU) 2024/1351; Art. 29 Dublin-III-VO",
    group: travel,
  }),
  answeredGate(
    "G18",
    {
      title: "Durchbeförderung erlaubt",
      question: "Ist die Durchbeförderung für diesen Flug erteilt, oder darf sie stillschweigend beginnen?",
      norm: "Art. 4 Richtlinie 2003/110/EG",
      group: travel,
      // A flight may be booked subject to the permission, but not against a refusal.
      schedule: "notRefused",
    },
    { mayNotApply: true },
  ),
];

const gatesOfExecution: readonly GateDefinition[] = [
  answeredGate(
    "G09",
    {
      title: "Termin ist geheim",
      question: "Ist der Termin der Person und Dritten nicht angekündigt und als geheim eingestuft?",
      norm: "§ 59 Abs. 1 Satz 8, § 97a AufenthG",
      group: execution,
    },
    { evidence: "optional", mayNotApply: true },
  ),
  answeredGate(
    "G19",
    {
      title: "Durchsuchungsbeschluss liegt vor",
      question:
        "Liegt der Durchsuchungsbeschluss vor, oder ist die sichere Kenntnis vom Aufenthalt belegt, und sind Tatsachen für die Nachtzeit dokumentiert?",
      norm: "§ 58 Abs. 5 bis 9a AufenthG; BVerfG, 30.09.2025, 2 BvR 460/25",
      group: execution,
      schedule: "none",
    },
    { mayNotApply: true },
  ),
  answeredGate(
    "G20",
    {
      title: "Haftbeschluss deckt den ganzen Zeitraum",
      question: "Deckt der Haft- oder Gewahrsamsbeschluss den ganzen geplanten Zeitraum?",
      norm: "§§ 62, 62b AufenthG; §§ 421, 425, 428 FamFG",
      group: execution,
    },
    { mayNotApply: true },
  ),
  derivedGate("G22", {
    title: "Vollzugshilfeersuchen vollständig",
    question: "Enthält jedes Vollzugshilfeersuchen Grund und Rechtsgrundlage?",
    norm: "§§ 47 bis 49 PolG NRW; Erlass MKJFGFI vom 06.09.2024, 26.19.01-000009",
    group: execution,
    schedule: "none",
  }),
  answeredGate(
    "G23",
    {
      title: "Informationspflichten erfüllt",
      question:
        "Ist die Person in einer verstandenen Sprache über Rechtsbehelfe, Beschwerdestelle, Beobachtung und Rechte aus illegaler Beschäftigung informiert?",
      norm: "§ 59 Abs. 8 AufenthG; Bericht 2022 des Frontex-Grundrechtsbeauftragten",
      group: execution,
    },
    { evidence: "optional" },
  ),
  answeredGate(
    "G29",
    {
      title: "Abschiebungsbeobachtung informiert",
      question: "Ist die Abschiebungsbeobachtung nach der örtlichen Vereinbarung informiert oder eingeladen?",
      norm: "Art. 8 Abs. 6 Richtlinie 2008/115/EG",
      group: execution,
    },
    { evidence: "optional", mayNotApply: true },
  ),
  derivedGate("G30", {
    title: "Vier Augen: zwei Personen haben freigegeben",
    question: "Haben zwei verschiedene Personen freigegeben, die die Maßnahme nicht beantragt haben?",
    norm: "Vier-Augen-Prinzip (interne Regel)",
    group: execution,
  }),
];

export const gatesOfJourney: readonly GateDefinition[] = [...gatesOfPapers, ...gatesOfTravel, ...gatesOfExecution];
