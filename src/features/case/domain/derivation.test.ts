import { expect, test } from "vitest";
import * as x from "./legal-event-examples.ts";

const { fact } = x;
const served = x.rejection("2026-07-17");
const questions = (events: Parameters<typeof x.derive>[0], today = "2026-11-21") =>
  x.derive(events, today).openQuestions;

test("each step names its sentence, norm, version and the events it rests on", () => {
  const derivation = x.derive([served], "2026-09-01");

  expect(derivation.steps).toEqual([
    {
      sentence:
        "Am 17.07.2026 ist zugestellt: Asylablehnung, Regelfall (Klagefrist zwei Wochen), mit Androhung oder Anordnung der Abschiebung.",
      norm: { norm: "§ 74 Abs. 1 AsylG", version: "2026-08-19" },
      events: [served.id],
    },
    {
      sentence: "Die Klagefrist endete am 31.07.2026.",
      norm: { norm: "Art. 68 VO (EU) 2024/1348", version: "2026-06-12" },
      events: [served.id],
    },
    {
      sentence: "Die Ausreisefrist lief ab 31.07.2026 (dieser Tag zählt nicht) bis 31.08.2026.",
      norm: { norm: "§ 38 Abs. 2 AsylG", version: "2026-08-19" },
      events: [served.id],
    },
    {
      sentence:
        "Die Ausreisepflicht ist vollziehbar; die Ausreisefrist ist verstrichen, ohne dass eine Ausreise nachgewiesen ist.",
      norm: { norm: "§ 58 Abs. 1 und 3 AufenthG", version: "2026-08-19" },
      events: [],
    },
  ]);
  expect(derivation.openQuestions).toEqual([]);
});

test("an interruption shows both runs of the period and what fell between them", () => {
  const events = [served, x.suspensiveEffect("2026-08-10"), x.orderEnded("2026-09-01")];
  const sentences = x.derive(events, "2026-09-15").steps.map(({ sentence }) => sentence);

  expect(sentences).toContain("Die Ausreisefrist lief ab 31.07.2026 (dieser Tag zählt nicht) bis 31.08.2026.");
  expect(sentences).toContain(
    "Am 10.08.2026 entfiel die Vollziehbarkeit; die Ausreisefrist ist unterbrochen und beginnt danach neu.",
  );
  expect(sentences).toContain(
    "Die Ausreisefrist läuft erneut und in voller Länge ab 01.09.2026 (dieser Tag zählt nicht) bis 01.10.2026.",
  );
});

test("each interruption has a run of its own before it", () => {
  const events = [
    served,
    x.suspensiveEffect("2026-08-10"),
    x.orderEnded("2026-09-01"),
    x.suspensiveEffect("2026-09-10"),
    x.orderEnded("2026-09-21"),
  ];
  const runs = x
    .derive(events, "2026-10-01")
    .steps.filter(({ sentence }) => sentence.startsWith("Die Ausreisefrist l"));

  expect(runs.map(({ sentence }) => sentence.match(/bis [\d.]+/)?.[0])).toEqual([
    "bis 31.08.2026.",
    "bis 01.10.2026.",
    "bis 21.10.2026.",
  ]);
});

test("a period waived names the ground", () => {
  const { steps } = x.derive([x.rejection("2026-07-17", { noDeparturePeriodReason: "publicOrder" })], "2026-08-01");

  expect(steps.map(({ sentence }) => sentence)).toContain(
    "Es ist keine Ausreisefrist gewährt: Gefahr für die öffentliche Sicherheit oder Ordnung (§ 38 Abs. 4 AsylG).",
  );
  expect(steps.at(-1)?.sentence).toBe("Die Ausreisepflicht ist vollziehbar; eine Ausreisefrist ist nicht gewährt.");
});

test("an order under § 58a names § 58a, not § 34a AsylG", () => {
  const { steps } = x.derive([x.securityOrder("2026-10-24")], "2026-11-03");

  expect(steps.map(({ norm }) => norm.norm)).toEqual([
    "§ 58a Abs. 1 AufenthG",
    "§ 58a Abs. 4 AufenthG",
    "§ 58a Abs. 1 AufenthG",
  ]);
});

test.each([
  ["the AsylG", x.rejection("2026-07-17", { instructionOnRemedies: "missing" }), "die Frist beträgt drei Monate."],
  ["§ 58a", x.securityOrder("2026-07-17", { instructionOnRemedies: "missing" }), "die Frist beträgt ein Jahr."],
])("a missing instruction under %s is said with its length", (_, act, expected) => {
  expect(x.derive([act], "2026-07-20").steps[1]?.sentence).toContain(expected);
});

test.each([
  [
    "lapsed",
    [served, x.suspension("2026-08-03"), fact("died", "2026-10-05")],
    ["Die Person ist verstorben (05.10.2026).", "Die Ausreisepflicht hat sich erledigt."],
  ],
  [
    "fulfilled",
    [served, x.suspension("2026-08-03"), x.departed("2026-10-05")],
    ["Die Ausreise ist nachgewiesen (05.10.2026).", "Die Ausreisepflicht ist erfüllt."],
  ],
  ["no duty", [x.suspension("2026-10-05")], ["Es ist keine Ausreisepflicht erfasst."]],
])("%s needs no more steps than its reason", (_, events, sentences) => {
  expect(x.derive(events, "2026-11-21").steps.map(({ sentence }) => sentence)).toEqual(sentences);
});

test.each([
  [
    "a threat with period waived",
    [x.dutyByLaw("2026-03-02"), x.threat59("2026-04-01", { noDeparturePeriodReason: "inCustody" })],
  ],
  ["an order", [x.transferOrder("2026-04-01")]],
  [
    "a suspending act with a claim",
    [x.residenceDecision("2026-04-01"), x.period("2026-04-01", 30), x.claim("2026-04-10", "residence")],
  ],
  ["a hardship request", [served, fact("hardshipRequestAccepted", "2026-10-05")]],
  ["a decision issued and served", [fact("decisionIssued", "2026-07-15", { kind: "asylumStandard" }), served]],
  [
    "a proven departure after one without proof",
    [served, x.departed("2026-10-05", { proof: "none" }), x.departed("2026-10-05")],
  ],
  [
    "a title that was renewed",
    [
      served,
      fact("residenceTitleGranted", "2026-08-03", { validUntil: "2026-09-02" }),
      fact("residenceTitleGranted", "2026-09-01", { validUntil: "2027-09-02" }),
    ],
  ],
  ["a valid title", [served, fact("residenceTitleGranted", "2026-08-03", { validUntil: "2027-08-02" })]],
])("%s leaves no question", (_, events) => {
  expect(questions(events)).toEqual([]);
});

test("every sentence is a German sentence, every norm has a version", () => {
  const events = [served, x.claim("2026-07-20"), x.suspension("2026-07-21"), x.transferOrder("2026-07-22")];

  for (const { sentence, norm } of x.derive(events, "2026-11-21").steps) {
    expect(sentence).toMatch(/^[A-ZÄÖÜ].*\.$/);
    expect(norm.version).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  }
});

test.each([
  ["no duty", [], "Ist eine Ausreisepflicht entstanden, und wann?"],
  [
    "a decision that was not served",
    [fact("decisionIssued", "2026-07-15", { kind: "asylumStandard" })],
    "Wann ist der erlassene Bescheid zugestellt worden?",
  ],
  [
    "a duty without threat",
    [x.dutyByLaw("2026-03-02")],
    "Wann ist eine Abschiebungsandrohung oder Abschiebungsanordnung zugestellt worden?",
  ],
  [
    "a threat without period",
    [x.dutyByLaw("2026-03-02"), x.threat59("2026-04-01")],
    "Welche Ausreisefrist ist gesetzt, oder aus welchem Grund ist davon abgesehen?",
  ],
  [
    "a threat without ground of the duty",
    [x.threat59("2026-04-01"), x.period("2026-04-01", 30)],
    "Woraus folgt die Ausreisepflicht: kraft Gesetzes oder aus welchem Bescheid?",
  ],
  [
    "a threat of the BAMF without rejection",
    [x.threat34("2026-04-01")],
    "Welcher ablehnende Bescheid des Bundesamts gehört zur Abschiebungsandrohung?",
  ],
  [
    "a later rejection without threat",
    [served, x.rejection("2026-10-30", { removalActIncluded: false })],
    "Enthält der am 30.10.2026 zugestellte Bescheid eine Abschiebungsandrohung?",
  ],
  [
    "a period under seven days",
    [x.dutyByLaw("2026-03-02"), x.threat59("2026-11-20"), x.period("2026-11-20", 3)],
    "Die Ausreisefrist ist kürzer als sieben Tage: Welcher Grund nach § 59 Abs. 1 Satz 2 AufenthG liegt vor?",
  ],
  [
    "a period that was both set and waived",
    [
      x.dutyByLaw("2026-03-02"),
      x.threat59("2026-04-01", { noDeparturePeriodReason: "inCustody" }),
      x.period("2026-04-01", 30),
    ],
    "Es ist eine Ausreisefrist gesetzt und zugleich davon abgesehen: Was gilt? Bis dahin gilt die Frist.",
  ],
  [
    "unknown suspensive effect",
    [x.dutyByLaw("2026-03-02"), x.threat59("2026-04-01", { claimSuspends: "" }), x.period("2026-04-01", 30)],
    "Hat eine Klage gegen den am 01.04.2026 zugestellten Bescheid aufschiebende Wirkung?",
  ],
  [
    "an act whose finality nobody recorded",
    [x.residenceDecision("2026-04-01"), x.period("2026-04-01", 30)],
    "Ist der am 01.04.2026 zugestellte Bescheid bestandskräftig geworden, und wann?",
  ],
  [
    "a late claim",
    [served, x.claim("2026-10-01")],
    "Hält das Gericht die Klage vom 01.10.2026 für rechtzeitig, oder ist Wiedereinsetzung gewährt?",
  ],
  [
    "a claim against nothing on record",
    [x.dutyByLaw("2026-03-02"), x.claim("2026-10-01", "residence")],
    "Gegen welchen Bescheid richtet sich die Klage vom 01.10.2026 (Aufenthaltsrecht)?",
  ],
  [
    "a motion without answer",
    [served, x.motion("2026-10-01")],
    "Ist über den Eilantrag vom 01.10.2026 entschieden, oder hat das Gericht den Vollzug freigegeben?",
  ],
  [
    "a subsequent application",
    [served, fact("subsequentApplicationFiled", "2026-10-05")],
    "Hat das Bundesamt zum Folgeantrag vom 05.10.2026 mitgeteilt, dass die Nichtzurückweisung gewahrt ist?",
  ],
  [
    "an ordered permit",
    [
      served,
      fact("hardshipRequestAccepted", "2026-10-05"),
      fact("hardshipDecided", "2026-11-02", { result: "ordered" }),
    ],
    "Die Aufenthaltserlaubnis nach § 23a AufenthG ist angeordnet: Wann ist sie erteilt?",
  ],
  [
    "a departure without proof",
    [served, x.departed("2026-10-05", { proof: "none" })],
    "Die Ausreise am 05.10.2026 ist nicht nachgewiesen: Welcher Nachweis liegt vor?",
  ],
  [
    "a departure to an EU state without right of stay",
    [served, x.departed("2026-10-05", { destination: "euState", entryAllowed: "no" })],
    "Ausreise am 05.10.2026 in einen EU-Staat: Sind Einreise und Aufenthalt dort erlaubt (§ 50 Abs. 3 AufenthG)?",
  ],
  [
    "a title that ran out",
    [served, fact("residenceTitleGranted", "2026-08-03", { validUntil: "2026-11-02" })],
    "Der Aufenthaltstitel galt bis 02.11.2026: Ist danach eine Ausreisepflicht entstanden?",
  ],
  [
    "a correction that hits nothing",
    [served, fact("eventCorrected", "2026-08-12", { corrects: "unbekannt", reason: "Versehen" })],
    "Die Berichtigung vom 12.08.2026 trifft keinen Eintrag: Was war gemeint?",
  ],
])("%s leaves an open question", (_, events, question) => {
  expect(questions(events)).toContain(question);
});

test("finality reported within the claim period is questioned while that period runs", () => {
  expect(questions([served, x.final("2026-07-25")], "2026-07-30")).toContain(
    "Der Bescheid ist seit 25.07.2026 als bestandskräftig gemeldet, die Klagefrist endet aber erst am 31.07.2026: Was gilt?",
  );
});

test("the engine is asked once for each period, however many days are looked at", () => {
  const asked: string[] = [];
  const events = [served, x.suspensiveEffect("2026-08-10"), x.orderEnded("2026-09-01"), x.suspension("2026-10-01")];
  x.deriveWith(
    (...[rule, start, length]) => {
      asked.push(`${rule} ${start.toString()} ${length ?? ""}`);
      return x.simplePeriods(rule, start, length);
    },
    events,
    "2026-11-21",
  );

  expect(asked.length).toBeGreaterThan(0);
  expect(new Set(asked).size).toBe(asked.length);
});
