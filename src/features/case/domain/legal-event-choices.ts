/** Value lists that legal events share, stored value → German label. A value once stored is never renamed. */

/** Proceedings that a decision, a claim or a motion belongs to (Verfahren). */
export const procedures = {
  asylum: "Asylverfahren",
  euTransfer: "Überstellung in den zuständigen Staat",
  residence: "Aufenthaltsrecht",
  security: "Abschiebungsanordnung nach § 58a AufenthG",
} as const;

/** Proceedings to which an event belongs (Verfahren). */
export type Procedure = keyof typeof procedures;

export const decisionKinds = {
  asylumStandard: "Asylablehnung, Regelfall (Klagefrist zwei Wochen)",
  asylumShortened: "Asylablehnung der Gruppe Art. 68 Abs. 3 (beschleunigt, unzulässig; Klagefrist eine Woche)",
  euTransfer: "Überstellungsentscheidung",
  residenceDecision: "Entscheidung, aus der die Ausreisepflicht folgt (AufenthG)",
  residenceThreat: "Abschiebungsandrohung (§ 59 AufenthG)",
} as const;

/** Kind of decision (Art des Bescheids): decides which remedies bar a removal (AsylG §§ 34–36, 74, 75; § 59 AufenthG). */
export type DecisionKind = keyof typeof decisionKinds;

export const procedureOfDecision: Readonly<Record<DecisionKind, Procedure>> = {
  asylumStandard: "asylum",
  asylumShortened: "asylum",
  euTransfer: "euTransfer",
  residenceDecision: "residence",
  residenceThreat: "residence",
};

export const instructions = { correct: "richtig erteilt", missing: "fehlt oder ist falsch" } as const;

/** Instruction on remedies (Rechtsbehelfsbelehrung): missing or wrong lengthens the periods (§ 74 Abs. 1 AsylG, § 58 Abs. 2 VwGO). */
export type InstructionOnRemedies = keyof typeof instructions;

export const yesOrNo = { yes: "ja", no: "nein" } as const;

export const asylumNoPeriodReasons = {
  publicOrder: "Gefahr für die öffentliche Sicherheit oder Ordnung (§ 38 Abs. 4 AsylG)",
  article42: "Fall des Art. 42 Abs. 1 Buchst. d VO (EU) 2024/1348 (§ 38 Abs. 4 AsylG)",
  riskOfAbsconding: "Fluchtgefahr (§ 38 Abs. 4 AsylG)",
} as const;

export const residenceNoPeriodReasons = {
  overridingPublicInterest: "überwiegende öffentliche Belange (§ 59 Abs. 1 Satz 2 AufenthG)",
  inCustody: "Abschiebung aus der Haft (§ 59 Abs. 5 AufenthG)",
} as const;

export const noPeriodReasons = { ...asylumNoPeriodReasons, ...residenceNoPeriodReasons } as const;

/** Ground for granting no departure period (Absehen von der Ausreisefrist; § 38 Abs. 4 AsylG, § 59 Abs. 1 Satz 2 und Abs. 5 AufenthG). */
export type NoDeparturePeriodReason = keyof typeof noPeriodReasons;

/** Legal basis of a removal threat (Rechtsgrundlage der Abschiebungsandrohung). */
export const threatBases = {
  asylG34: "Abschiebungsandrohung des Bundesamts (§ 34 AsylG)",
  aufenthG59: "Abschiebungsandrohung der Ausländerbehörde (§ 59 AufenthG)",
} as const;

/** Legal basis of a removal order (Rechtsgrundlage der Abschiebungsanordnung). */
export const orderBases = {
  asylG34a: "Abschiebungsanordnung (§ 34a AsylG)",
  aufenthG58a: "Abschiebungsanordnung (§ 58a AufenthG)",
} as const;

export const forums = {
  administrativeCourt: "Verwaltungsgericht, Oberverwaltungsgericht",
  constitutionalCourt: "Verfassungsgericht",
  ecthr: "Europäischer Gerichtshof für Menschenrechte",
} as const;

/** Court branch that decides a motion (angerufenes Gericht). */
export type Forum = keyof typeof forums;

export const departureProofs = {
  exitCertificate: "Grenzübertrittsbescheinigung",
  borderAuthority: "Bestätigung der Grenzbehörde",
  other: "anderer Nachweis",
  none: "kein Nachweis",
} as const;

export const absenceKinds = {
  centre: "eine Woche nicht in der Aufnahmeeinrichtung",
  mail: "Zustellung nicht innerhalb von zwei Wochen abgeholt",
} as const;

export const custodyKinds = {
  removalDetention: "Sicherungshaft (§ 62 Abs. 3 AufenthG)",
  preparatoryDetention: "Vorbereitungshaft (§ 62 Abs. 2 AufenthG)",
  cooperationDetention: "Mitwirkungshaft (§ 62 Abs. 6 AufenthG)",
  departureCustody: "Ausreisegewahrsam (§ 62b AufenthG)",
  provisionalOrder: "einstweilige Anordnung (§ 427 FamFG)",
  transferDetention: "Überstellungshaft (Art. 45 VO (EU) 2024/1351)",
  borderDetention: "Haft im Rückkehrgrenzverfahren (Art. 5 VO (EU) 2024/1349)",
} as const;

/** Law that governs a transfer (maßgebliches Recht; Art. 83, 84 VO (EU) 2024/1351): determined by a person, never guessed. */
export const regimes = {
  DublinIII: "VO (EU) Nr. 604/2013 (Dublin III)",
  AMMR: "VO (EU) 2024/1351",
  unsettled: "ungeklärt: beide rechnen, nach dem früheren Ergebnis planen",
} as const;

export const requestKinds = { takeCharge: "Aufnahme", takeBack: "Wiederaufnahme" } as const;
export const hitSources = { eurodac: "Eurodac", vis: "VIS" } as const;

/** Grounds that lengthen the transfer period (Art. 46 Abs. 2 VO (EU) 2024/1351). */
export const extensionGrounds = {
  imprisonment: "Haft (Strafhaft oder Untersuchungshaft)",
  absconding: "Person oder Angehöriger flüchtig",
  resistance: "körperlicher Widerstand",
  selfInflictedUnfitness: "vorsätzlich herbeigeführte Reiseunfähigkeit",
  medicalNonCompliance: "medizinische Anforderungen nicht erfüllt",
} as const;

export const transitResults = { granted: "erlaubt", refused: "abgelehnt", withdrawn: "Erlaubnis widerrufen" } as const;
