/** D50 and D61–D63: transit requests to other states, and the ends of keeping data. Data only. */
import { byStartEvent, federal, recordedFrom } from "./catalogue-dates.ts";
import type { Rule } from "./rule.ts";

const transit = {
  version: "2003-11-25",
  validFrom: recordedFrom,
  evidence: "V",
  ...byStartEvent,
  set: "R1182",
  direction: "ownPower",
} as const;
const keep = {
  ...federal,
  // A departure or birth of long ago is kept by the law of today, so no start day is too early.
  validFrom: "1900-01-01",
  transition: "Über die Löschung entscheidet die Fassung, die bei der Löschung gilt.",
  set: "BGB",
  isDuration: true,
  direction: "ownPower",
  missed: "Die Daten sind zu löschen; die Löschung wird protokolliert.",
} as const;
const left = { event: "departed", text: "Ausreise" } as const;

const transits: readonly Rule[] = [
  {
    ...transit,
    id: "D50.request",
    title: "Durchbeförderung beantragen",
    norm: "Art. 4 Abs. 1 RL 2003/110/EG",
    length: { usual: "P2D", shortest: "P2D", longest: null },
    backwards: true,
    starts: { event: "transitPlanned", text: "Tag der Durchbeförderung" },
    missed: "Ohne Ersuchen ist die Durchbeförderung nicht erlaubt; der Flug ist umzubuchen.",
  },
  {
    ...transit,
    id: "D50.answer",
    title: "Entscheidung über die Durchbeförderung",
    norm: "Art. 4 Abs. 2 RL 2003/110/EG",
    length: { usual: "P2D", longest: "P4D" },
    starts: { event: "transitRequested", text: "Eingang des Ersuchens beim anderen Staat" },
    missed: "Bei Schweigen darf die Durchbeförderung nach einer Mitteilung beginnen.",
  },
  {
    ...transit,
    id: "D50.transit",
    title: "Dauer der Durchbeförderung",
    norm: "Art. 5 RL 2003/110/EG",
    length: { usual: "PT24H" },
    endsAt: "sameHour",
    starts: { event: "transitStarted", text: "Ankunft am Flughafen der Durchbeförderung" },
    missed: "Die Durchbeförderung ist zu beenden.",
  },
];

const retentions: readonly Rule[] = [
  {
    ...keep,
    id: "D61",
    title: "Löschung der Abschiebungsdaten",
    norm: "§ 91 AufenthG",
    length: { usual: "P10Y" },
    starts: { event: "entryBanEnded", text: "Ende des Einreise- und Aufenthaltsverbots" },
  },
  {
    ...keep,
    id: "D61.voluntary",
    title: "Löschung der Daten zur freiwilligen Ausreise",
    norm: "§ 86a Abs. 1 AufenthG",
    length: { usual: "P10Y", shortest: "P1D" },
    starts: left,
  },
  {
    ...keep,
    id: "D61.identity",
    title: "Löschung der Daten zur Identitätsfeststellung",
    norm: "§ 89 Abs. 3 AufenthG",
    length: { usual: "P10Y" },
    starts: left,
  },
  {
    ...federal,
    id: "D61.notice",
    title: "Löschung nicht benötigter Mitteilungen",
    norm: "§ 91 AufenthG",
    set: "BGB",
    direction: "ownPower",
    starts: { event: "noticeReceived", text: "Eingang einer nicht erheblichen Mitteilung nach § 87 Abs. 1 AufenthG" },
    missed: "Sofort zu löschen; gezählt wird hier keine Frist.",
  },
  {
    ...keep,
    id: "D62.record",
    title: "Löschung des AZR-Datensatzes",
    norm: "§ 18 AZRG-DV, § 36 Abs. 1 AZRG",
    length: { usual: "P10Y" },
    startsAt: "endOfQuarter",
    starts: left,
  },
  {
    ...keep,
    id: "D62.removal",
    title: "Löschung des AZR-Datensatzes mit Abschiebung oder Ausweisung",
    norm: "§ 18 AZRG-DV, § 36 Abs. 1 AZRG",
    length: { usual: "P90Y" },
    endsAt: "endOfQuarter",
    starts: { event: "born", text: "Geburt" },
  },
  {
    ...keep,
    id: "D62.detention",
    title: "Löschung der Haftdaten im AZR",
    norm: "§ 18 AZRG-DV",
    length: { usual: "P6M" },
    starts: { event: "custodyEnded", text: "Ende der Haft" },
  },
  {
    ...keep,
    id: "D62.support",
    title: "Löschung der Rückkehrförderung im AZR",
    norm: "§ 18 AZRG-DV",
    length: { usual: "P10Y" },
    starts: left,
  },
  {
    ...keep,
    id: "D63",
    title: "Löschung der Zugriffsprotokolle",
    norm: "§ 76 Abs. 4 BDSG",
    length: { usual: "P1Y" },
    endsAt: "endOfYear",
    starts: { event: "accessLogged", text: "Eintrag im Protokoll" },
  },
];

export const transitAndRetentionRules: readonly Rule[] = [...transits, ...retentions];
