/** D29–D38: periods of Reg. (EU) 2024/1351 (AMM-Verordnung), which succeeded Dublin III on 1 July 2026. Data only. */
import { ammrStart, byRegime, pact } from "./catalogue-dates.ts";
import type { Rule } from "./rule.ts";

const art = (place: string): string => `${place} VO (EU) 2024/1351`;
const ammr = {
  version: ammrStart,
  validFrom: ammrStart,
  evidence: "V",
  ...byRegime,
  set: "AMMR75",
  direction: "ownPower",
} as const;

const ownResponsibility = "Deutschland wird für das Asylverfahren zuständig.";
const accepted = { event: "requestAccepted", text: "Annahme des Gesuchs oder Bestätigung der Mitteilung" } as const;
const registered = { event: "applicationRegistered", text: "Registrierung des Asylantrags" } as const;
const hit = { event: "hitReceived", text: "Treffer in Eurodac oder VIS" } as const;
const asked = { event: "takeChargeRequested", text: "Eingang des Aufnahmegesuchs beim anderen Staat" } as const;
const silenceAccepts = "Schweigen gilt als Annahme.";
const silenceConfirms = "Schweigen gilt als Bestätigung.";
const detained = { event: "custodyStarted", text: "Beginn der Haft" } as const;
const releaseOnly = "Die Person ist aus der Haft zu entlassen; das Überstellungsverfahren läuft weiter.";

const requests: readonly Rule[] = [
  {
    ...ammr,
    id: "D29.request",
    title: "Gesuch oder Mitteilung bei Haft",
    norm: art("Art. 45 Abs. 1 UAbs. 1"),
    length: { usual: "P2W", shortest: "P1W", chosen: true },
    starts: registered,
    missed: releaseOnly,
  },
  {
    ...ammr,
    id: "D29.request.detained",
    title: "Gesuch oder Mitteilung bei späterer Haft",
    norm: art("Art. 45 Abs. 1 UAbs. 2"),
    length: { usual: "P1W" },
    starts: detained,
    missed: releaseOnly,
  },
  {
    ...ammr,
    id: "D29.answer",
    title: "Antwort bei Haft",
    norm: art("Art. 45 Abs. 2"),
    length: { usual: "P1W" },
    starts: asked,
    silence: silenceAccepts,
    missed: silenceAccepts,
  },
  {
    ...ammr,
    id: "D29.transfer",
    title: "Überstellung aus der Haft",
    norm: art("Art. 45 Abs. 3"),
    length: { usual: "P5W" },
    starts: accepted,
    missed: releaseOnly,
  },
  {
    ...ammr,
    id: "D30",
    title: "Aufnahmegesuch",
    norm: art("Art. 39 Abs. 1 UAbs. 1"),
    length: { usual: "P2M" },
    starts: registered,
    missed: ownResponsibility,
  },
  {
    ...ammr,
    id: "D30.hit",
    title: "Aufnahmegesuch nach Treffer",
    norm: art("Art. 39 Abs. 1 UAbs. 2"),
    length: { usual: "P1M" },
    starts: hit,
    missed: ownResponsibility,
  },
  {
    ...ammr,
    id: "D31",
    title: "Antwort auf Aufnahmegesuch",
    norm: art("Art. 40 Abs. 1"),
    length: { usual: "P1M", shortest: "P1W", chosen: true },
    starts: asked,
    silence: silenceAccepts,
    missed: silenceAccepts,
  },
  {
    ...ammr,
    id: "D31.hit",
    title: "Antwort auf Aufnahmegesuch nach Treffer",
    norm: art("Art. 40"),
    length: { usual: "P2W", shortest: "P1W", chosen: true },
    starts: asked,
    silence: silenceAccepts,
    missed: silenceAccepts,
  },
  {
    ...ammr,
    id: "D32.notify",
    title: "Wiederaufnahmemitteilung",
    norm: art("Art. 41"),
    length: { usual: "P2W" },
    starts: hit,
    missed: "Die Verspätung führt nicht zum Verlust; die Mitteilung ist sofort nachzuholen.",
  },
  {
    ...ammr,
    id: "D32.confirm",
    title: "Bestätigung der Wiederaufnahmemitteilung",
    norm: art("Art. 41"),
    length: { usual: "P2W" },
    starts: { event: "takeBackNotified", text: "Eingang der Mitteilung beim anderen Staat" },
    silence: silenceConfirms,
    missed: silenceConfirms,
  },
  {
    ...ammr,
    id: "D33",
    title: "Überstellungsentscheidung",
    norm: art("Art. 42 Abs. 1"),
    length: { usual: "P2W" },
    starts: accepted,
    missed: "Die Entscheidung ist verspätet; sie ist sofort zu treffen.",
  },
];

const remedies: readonly Rule[] = [
  {
    ...pact,
    id: "D34.remedy",
    title: "Rechtsbehelf gegen die Überstellungsentscheidung",
    norm: `§ 74 Abs. 1 AsylG, ${art("Art. 43 Abs. 2")}`,
    set: "BGB",
    before: "court",
    direction: "protectsPerson",
    length: { usual: "P1W", shortest: "P1W", longest: "P3W" },
    starts: { event: "decisionServed", text: "Zustellung der Überstellungsentscheidung" },
    missed: "Die Überstellungsentscheidung wird bestandskräftig.",
  },
  {
    ...ammr,
    direction: "protectsPerson",
    id: "D34.court",
    title: "Gericht entscheidet über die Aussetzung",
    norm: art("Art. 43 Abs. 3"),
    length: { usual: "P1M" },
    starts: { event: "urgentMotionFiled", text: "Eingang des Antrags bei Gericht" },
    missed: "Das Gericht hat nicht fristgerecht entschieden. Bis zur Entscheidung wird nicht überstellt.",
  },
];

const transfers: readonly Rule[] = [
  {
    ...ammr,
    id: "D35",
    title: "Überstellungsfrist",
    norm: art("Art. 46 Abs. 1, Art. 37 Abs. 1"),
    length: { usual: "P6M" },
    starts: accepted,
    missed: ownResponsibility,
  },
  {
    ...ammr,
    id: "D36.imprisoned",
    title: "Überstellungsfrist bei Strafhaft",
    norm: art("Art. 46 Abs. 2 UAbs. 1"),
    length: { usual: "P1Y", shortest: "P6M", chosen: true },
    starts: accepted,
    missed: ownResponsibility,
  },
  {
    ...ammr,
    id: "D36.absconded",
    title: "Überstellungsfrist nach Untertauchen, Widerstand oder selbst herbeigeführter Reiseunfähigkeit",
    norm: art("Art. 46 Abs. 2 UAbs. 1"),
    length: { usual: "P3Y", shortest: "P1D", chosen: true },
    starts: { event: "transferExtended", text: "Unterrichtung des anderen Staates" },
    missed: ownResponsibility,
  },
  {
    ...ammr,
    id: "D37",
    title: "Überstellung nach Wiederauftauchen",
    norm: art("Art. 46 Abs. 2 UAbs. 2"),
    length: { usual: "P3M" },
    starts: { event: "availableAgain", text: "Die Person steht wieder zur Verfügung" },
    missed: ownResponsibility,
  },
  {
    ...ammr,
    id: "D38.absence",
    title: "Erlöschen der Zuständigkeit nach Verlassen des Gebiets",
    norm: art("Art. 37 Abs. 4"),
    isDuration: true,
    length: { usual: "P9M" },
    starts: { event: "leftTerritory", text: "Verlassen des Gebiets der Mitgliedstaaten" },
    missed: "Die Zuständigkeit erlischt, wenn die Abwesenheit nachgewiesen ist.",
  },
  {
    ...ammr,
    id: "D38.borderRejection",
    title: "Erlöschen der Zuständigkeit nach Ablehnung im Grenzverfahren",
    norm: art("Art. 37"),
    isDuration: true,
    length: { usual: "P15M" },
    starts: { event: "borderRejectionFinal", text: "Unanfechtbare Ablehnung im Grenzverfahren" },
    missed: "Die Zuständigkeit erlischt.",
  },
];

export const ammrRules: readonly Rule[] = [...requests, ...remedies, ...transfers];
