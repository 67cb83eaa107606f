/**
 * For each rule of the deadline catalogue: is its end a task of ours, or do we watch what others do until then? A period
 * of the person that is over is no work; what follows from it appears as a task of its own (Ableitung der Vollziehbarkeit).
 */

import { type Day, isBefore } from "../../../kernel/day.ts";

/** Was am Ende einer Frist zu tun ist: eigene Aufgabe oder Beobachtung, mit Gegenüber (§ 31 VwVfG; ux-and-data.md, Bild 1). */
export type DeadlineTask = {
  whose: "ours" | "watched";
  /** Verb and object. */
  task: string;
  counterpart: string;
};

const noOne = "–";
const court = "Gericht";
const otherState = "anderer Mitgliedstaat";

const ours = (task: string, counterpart = noOne): DeadlineTask => ({ whose: "ours", task, counterpart });
const watched = (task: string, counterpart: string): DeadlineTask => ({ whose: "watched", task, counterpart });

const claim = watched("Klagefrist läuft – Eingang beim Gericht klären", court);
const motion = watched("Klage- und Eilantragsfrist läuft – Eingang beim Gericht klären", court);
const departure = watched("Ausreisefrist läuft – Ausreise oder Verlängerung abwarten", noOne);
const answer = watched("Antwort des anderen Mitgliedstaats abwarten", otherState);
const transfer = ours("Überstellung durchführen oder Ende der Frist festhalten", otherState);
const detainedTransfer = ours("Aus der Haft überstellen oder entlassen", otherState);
const takeCharge = ours("Aufnahmegesuch stellen", otherState);
const takeBack = ours("Wiederaufnahme mitteilen oder ersuchen", otherState);
const custody = ours("Gewahrsam prüfen: besteht der Grund fort?", court);
const erase = ours("Daten löschen und Löschung festhalten");
const service = watched("Zustellung gilt an diesem Tag als erfolgt", noOne);

export const deadlineTasks: Readonly<Record<string, DeadlineTask>> = {
  D01: claim,
  "D01.uninstructed": claim,
  "D01.uninstructedBorder": claim,
  "D01.uninstructedGeneral": claim,
  D02: motion,
  D03: watched("Frist zur Begründung der Klage läuft", court),
  D04: departure,
  D05: departure,
  D06: departure,
  D07: departure,
  "D07.short": departure,
  "D07.extended": departure,
  "D07.trafficking": departure,
  D08: watched("Antragsfrist läuft – Eingang beim Gericht klären", court),
  D09: watched("Ankündigungsfrist läuft – vorher kein Vollzug", noOne),
  D10: watched("Aussetzung läuft – vorher kein Vollzug", noOne),
  D12: watched("Rückkehr in die Einrichtung abwarten", noOne),
  "D12.mail": watched("Abholung der Sendung abwarten", noOne),
  D13: watched("Abschiebungsstopp des Landes läuft", "oberste Landesbehörde"),
  D20: custody,
  D21: custody,
  D22: custody,
  D23: custody,
  D24: ours("Richterliche Entscheidung herbeiführen oder freilassen", court),
  D25: custody,
  D26: ours("Ende der Aussetzung prüfen; länger nur durch das Gericht", court),
  D27: ours("Haft nach Asylantrag prüfen: Entscheidung des Bundesamts?", "Bundesamt"),
  D28: ours("Grenzverfahren beenden oder abschließen", "Bundesamt"),
  "D29.request": takeCharge,
  "D29.request.detained": takeCharge,
  "D29.answer": answer,
  "D29.transfer": detainedTransfer,
  D30: takeCharge,
  "D30.hit": takeCharge,
  D31: answer,
  "D31.hit": answer,
  "D32.notify": takeBack,
  "D32.confirm": answer,
  D33: ours("Überstellungsentscheidung klären", "Bundesamt"),
  "D34.remedy": motion,
  "D34.court": watched("Entscheidung des Gerichts über die Aussetzung abwarten", court),
  D35: transfer,
  "D36.imprisoned": transfer,
  "D36.absconded": transfer,
  D37: transfer,
  "D38.absence": watched("Erlöschen der Zuständigkeit beobachten", otherState),
  "D38.borderRejection": watched("Erlöschen der Zuständigkeit beobachten", otherState),
  "D40.request": takeCharge,
  "D40.request.hit": takeCharge,
  "D40.takeBack": takeBack,
  "D40.takeBack.hit": takeBack,
  "D40.answer": answer,
  "D40.answer.urgent": answer,
  "D40.answer.takeBack": answer,
  "D40.answer.hit": answer,
  "D40.transfer": transfer,
  "D40.imprisoned": transfer,
  "D40.absconded": transfer,
  "D40.detained.request": takeCharge,
  "D40.detained.answer": answer,
  "D40.detained.transfer": detainedTransfer,
  "D50.request": ours("Durchbeförderung beantragen", "Durchbeförderungsstaat"),
  "D50.answer": watched("Entscheidung über die Durchbeförderung abwarten", "Durchbeförderungsstaat"),
  "D50.transit": watched("Durchbeförderung läuft", "Durchbeförderungsstaat"),
  D60: watched("Einreise- und Aufenthaltsverbot läuft", noOne),
  D61: erase,
  "D61.voluntary": erase,
  "D61.identity": erase,
  "D62.record": erase,
  "D62.removal": erase,
  "D62.detention": erase,
  "D62.support": erase,
  D63: erase,
  D64: watched("Aufbewahrung beim Bundesamt läuft", "Bundesamt"),
  "service.post": service,
  "service.centre": service,
  "service.portal": service,
  "service.portal.expiry": watched("Abruf im Portal abwarten", noOne),
  "service.public": service,
  "service.lastAddress": service,
  "authority.period": watched("Von der Behörde gesetzte Frist läuft", noOne),
  "authority.date": watched("Von der Behörde bestimmten Tag abwarten", noOne),
};

export const rulesOf = (whose: DeadlineTask["whose"]): string[] =>
  Object.entries(deadlineTasks)
    .filter(([, task]) => task.whose === whose)
    .map(([rule]) => rule);

/**
 * Abgelaufen: what we only watched is over, and what follows from it has happened by law. It is never overdue; only what
 * is ours to do can be. § 59 Abs. 1 Satz 7 AufenthG: a new event may still let such a period begin anew.
 */
export const hasLapsed = (rule: string, end: Day, today: Day): boolean =>
  deadlineTasks[rule]?.whose === "watched" && isBefore(end, today);
