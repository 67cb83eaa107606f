/**
 * D40: periods of Reg. (EU) No 604/2013 (Dublin III) for old cases. The catalogue has them from memory (mark M): the
 * regulation is repealed and was not at hand; a lawyer confirms each row before use. Data only.
 */
import { byRegime } from "./catalogue-dates.ts";
import type { Rule } from "./rule.ts";

const art = (place: string): string => `${place} VO (EU) Nr. 604/2013`;
const dublin = {
  version: "2013-06-26",
  validFrom: "2014-01-01",
  evidence: "M",
  ...byRegime,
  set: "DIII42",
  direction: "ownPower",
} as const;

const ownResponsibility = "Deutschland wird für das Asylverfahren zuständig.";
const silenceAccepts = "Schweigen gilt als Annahme.";
const registered = { event: "applicationRegistered", text: "Stellung des Asylantrags" } as const;
const hit = { event: "hitReceived", text: "Treffer in Eurodac" } as const;
const asked = { event: "takeChargeRequested", text: "Eingang des Gesuchs beim anderen Staat" } as const;
const askedBack = { event: "takeBackNotified", text: "Eingang des Wiederaufnahmegesuchs beim anderen Staat" } as const;
const accepted = { event: "requestAccepted", text: "Annahme des Gesuchs" } as const;
const releaseOnly = "Die Person ist aus der Haft zu entlassen; das Überstellungsverfahren läuft weiter.";
const answer = { ...dublin, silence: silenceAccepts, missed: silenceAccepts } as const;

export const dublinRules: readonly Rule[] = [
  {
    ...dublin,
    id: "D40.request",
    title: "Aufnahmegesuch (Dublin III)",
    norm: art("Art. 21 Abs. 1 UAbs. 1"),
    length: { usual: "P3M" },
    starts: registered,
    missed: ownResponsibility,
  },
  {
    ...dublin,
    id: "D40.request.hit",
    title: "Aufnahmegesuch nach Treffer (Dublin III)",
    norm: art("Art. 21 Abs. 1 UAbs. 2"),
    length: { usual: "P2M" },
    starts: hit,
    missed: ownResponsibility,
  },
  {
    ...dublin,
    id: "D40.takeBack",
    title: "Wiederaufnahmegesuch (Dublin III)",
    norm: art("Art. 23 Abs. 2 UAbs. 2, Art. 24 Abs. 2"),
    length: { usual: "P3M" },
    starts: registered,
    missed: ownResponsibility,
  },
  {
    ...dublin,
    id: "D40.takeBack.hit",
    title: "Wiederaufnahmegesuch nach Treffer (Dublin III)",
    norm: art("Art. 23 Abs. 2 UAbs. 1, Art. 24 Abs. 2"),
    length: { usual: "P2M" },
    starts: hit,
    missed: ownResponsibility,
  },
  {
    ...answer,
    id: "D40.answer",
    title: "Antwort auf Aufnahmegesuch (Dublin III)",
    norm: art("Art. 22 Abs. 1 und 7"),
    length: { usual: "P2M", shortest: "P2W", chosen: true },
    starts: asked,
  },
  {
    ...answer,
    id: "D40.answer.urgent",
    title: "Antwort auf dringliches Aufnahmegesuch (Dublin III)",
    norm: art("Art. 22 Abs. 6 und 7"),
    length: { usual: "P1M", shortest: "P1W", chosen: true },
    starts: asked,
  },
  {
    ...answer,
    id: "D40.answer.takeBack",
    title: "Antwort auf Wiederaufnahmegesuch (Dublin III)",
    norm: art("Art. 25 Abs. 1 Satz 1 und Abs. 2"),
    length: { usual: "P1M" },
    starts: askedBack,
  },
  {
    ...answer,
    id: "D40.answer.hit",
    title: "Antwort auf Wiederaufnahmegesuch nach Treffer (Dublin III)",
    norm: art("Art. 25 Abs. 1 Satz 2 und Abs. 2"),
    length: { usual: "P2W" },
    starts: askedBack,
  },
  {
    ...dublin,
    id: "D40.transfer",
    title: "Überstellungsfrist (Dublin III)",
    norm: art("Art. 29 Abs. 1 und 2"),
    length: { usual: "P6M" },
    starts: accepted,
    missed: ownResponsibility,
  },
  {
    ...dublin,
    id: "D40.imprisoned",
    title: "Überstellungsfrist bei Haft (Dublin III)",
    norm: art("Art. 29 Abs. 2 Satz 2"),
    length: { usual: "P12M", shortest: "P6M", chosen: true },
    starts: accepted,
    missed: ownResponsibility,
  },
  {
    ...dublin,
    id: "D40.absconded",
    title: "Überstellungsfrist bei Flucht (Dublin III)",
    norm: art("Art. 29 Abs. 2 Satz 2"),
    length: { usual: "P18M", shortest: "P6M", chosen: true },
    starts: accepted,
    missed: ownResponsibility,
  },
  {
    ...dublin,
    id: "D40.detained.request",
    title: "Gesuch bei Haft (Dublin III)",
    norm: art("Art. 28 Abs. 3 UAbs. 2"),
    length: { usual: "P1M" },
    starts: registered,
    missed: releaseOnly,
  },
  {
    ...answer,
    id: "D40.detained.answer",
    title: "Antwort bei Haft (Dublin III)",
    norm: art("Art. 28 Abs. 3 UAbs. 2"),
    length: { usual: "P2W" },
    starts: asked,
  },
  {
    ...dublin,
    id: "D40.detained.transfer",
    title: "Überstellung aus der Haft (Dublin III)",
    norm: art("Art. 28 Abs. 3 UAbs. 3"),
    length: { usual: "P6W" },
    starts: accepted,
    missed: releaseOnly,
  },
];
