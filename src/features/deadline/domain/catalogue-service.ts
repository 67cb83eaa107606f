/**
 * Rules of service and announcement, and periods that an authority sets itself. The fiction of the fourth day shows how a
 * change of law is a new row: letters posted before 1 January 2025 keep the third day. Data only.
 */
import { byStartEvent, federal, federalLawRead, recordedFrom } from "./catalogue-dates.ts";
import type { Rule } from "./rule.ts";

const fiction = {
  ...byStartEvent,
  set: "BGB",
  isDuration: true,
  direction: "protectsPerson",
  rollDisputed: true,
  missed: "Das Schriftstück gilt als bekannt gegeben, außer es ist nicht oder später zugegangen.",
} as const;
const thirdDay = {
  version: recordedFrom,
  validFrom: recordedFrom,
  validTo: "2024-12-31",
  length: { usual: "P3D" },
} as const;
const fourthDay = { version: federalLawRead, validFrom: "2025-01-01", length: { usual: "P4D" } } as const;
const posted = { event: "decisionPosted", text: "Aufgabe zur Post oder elektronische Absendung" } as const;
const handed = { event: "decisionHandedToCentre", text: "Übergabe an die Aufnahmeeinrichtung" } as const;

const services: readonly Rule[] = [
  {
    ...fiction,
    ...thirdDay,
    evidence: "M",
    id: "service.post",
    title: "Bekanntgabe durch die Post",
    norm: "§ 41 Abs. 2 VwVfG a. F.",
    starts: posted,
  },
  {
    ...fiction,
    ...fourthDay,
    evidence: "V",
    id: "service.post",
    title: "Bekanntgabe durch die Post",
    norm: "§ 41 Abs. 2 VwVfG",
    starts: posted,
  },
  {
    ...fiction,
    ...thirdDay,
    evidence: "M",
    id: "service.centre",
    title: "Zustellung in der Aufnahmeeinrichtung",
    norm: "§ 10 Abs. 4 AsylG a. F.",
    starts: handed,
  },
  {
    ...fiction,
    ...fourthDay,
    evidence: "V",
    id: "service.centre",
    title: "Zustellung in der Aufnahmeeinrichtung",
    norm: "§ 10 Abs. 4 AsylG",
    starts: handed,
  },
  {
    ...fiction,
    ...federal,
    id: "service.portal",
    title: "Bekanntgabe durch Abruf im Portal",
    norm: "§ 41 Abs. 2a VwVfG",
    length: { usual: "P1D" },
    starts: { event: "decisionRetrieved", text: "Abruf" },
  },
  {
    ...federal,
    id: "service.portal.expiry",
    title: "Abruf im Portal spätestens",
    norm: "§ 41 Abs. 2a VwVfG",
    set: "BGB",
    isDuration: true,
    direction: "ownPower",
    length: { usual: "P10D" },
    starts: { event: "decisionPosted", text: "Benachrichtigung über die Bereitstellung" },
    missed: "Der Bescheid gilt nicht als bekannt gegeben und ist auf anderem Weg bekannt zu geben.",
  },
  {
    ...fiction,
    ...federal,
    id: "service.public",
    title: "Öffentliche Bekanntgabe",
    norm: "§ 41 Abs. 4 VwVfG",
    length: { usual: "P2W" },
    starts: { event: "decisionPublished", text: "Ortsübliche Bekanntmachung" },
  },
  {
    ...federal,
    id: "service.lastAddress",
    title: "Zustellung unter der letzten bekannten Anschrift",
    norm: "§ 10 Abs. 2 AsylG",
    set: "BGB",
    isDuration: true,
    direction: "protectsPerson",
    length: { usual: "P0D" },
    starts: { event: "decisionPosted", text: "Aufgabe der unzustellbaren Sendung zur Post" },
    missed: "Die Zustellung gilt mit der Aufgabe zur Post als bewirkt.",
  },
];

const setByAuthority: readonly Rule[] = [
  {
    ...federal,
    id: "authority.period",
    title: "Von der Behörde gesetzte Frist",
    norm: "§ 31 Abs. 2 und 3 VwVfG",
    set: "BGB",
    direction: "protectsPerson",
    length: { usual: "P1M", shortest: "P1D", longest: null, mustBeGiven: true },
    starts: { event: "decisionServed", text: "Bekanntgabe der Frist" },
    missed: "Die Folge steht im Schreiben, das die Frist setzt.",
  },
  {
    ...federal,
    id: "authority.date",
    title: "Von der Behörde bestimmter Tag",
    norm: "§ 31 Abs. 5 VwVfG",
    set: "BGB",
    isDuration: true,
    direction: "protectsPerson",
    opensAfterEnd: true,
    length: { usual: "P0D" },
    starts: { event: "departurePeriodSet", text: "Bestimmter Tag" },
    missed: "Der Tag verschiebt sich nicht auf den nächsten Werktag, wenn die Behörde darauf hingewiesen hat.",
  },
];

export const serviceRules: readonly Rule[] = [...services, ...setByAuthority];
