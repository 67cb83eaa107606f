/**
 * What a journal entry says beside its event, in German. Keys of rows are left out here, the file has them. A word without
 * translation is shown as it is stored, never hidden.
 */
import { type Day, parseDay } from "../../kernel/day.ts";
import { isId } from "../../kernel/id.ts";
import { formatDay } from "../../ui/index.ts";
import { enforceabilityStates, eventLabel, obstacleTypes, purposes } from "../case/index.ts";
import { statusLabels } from "../measure/index.ts";
import { requestStatusLabels } from "../request/index.ts";

const names: Record<string, string> = {
  ags: "Gemeindeschlüssel",
  alerts: "Alarme",
  answer: "Antwort",
  applied: "übernommen",
  attemptNo: "Versuch",
  authority: "Behörde",
  before: "vorher",
  columns: "Spalten",
  day: "Tag",
  deadlinesChanged: "geänderte Fristen",
  dueOn: "fällig am",
  events: "Rechtsereignisse",
  fields: "Angaben",
  from: "von",
  gate: "Prüfpunkt",
  judged: "geprüft",
  lateDays: "Tage verspätet",
  notices: "Hinweise",
  now: "jetzt",
  number: "Nummer",
  on: "Tag",
  opened: "angelegt",
  persons: "Personen",
  purpose: "Zweck",
  reason: "Grund",
  renewed: "geändert",
  result: "Ergebnis",
  row: "Zeile",
  rows: "Zeilen",
  rule: "Regel",
  source: "Quelle",
  stage: "Abschnitt",
  standing: "Vollziehbarkeit",
  step: "Schritt",
  to: "nach",
  told: "benachrichtigt",
  topic: "Abschnitt",
  type: "Art",
  unchanged: "unverändert",
  until: "bis",
  watchedBefore: "zuvor überwacht bis",
  with: "mit",
};

const words: Record<string, string> = {
  yes: "ja",
  no: "nein",
  open: "offen",
  notApplicable: "trifft nicht zu",
  noFindings: "keine Erkenntnisse",
  ownFindings: "eigene Erkenntnisse",
  policeFindings: "Erkenntnisse der Polizei",
  prosecutorFindings: "Erkenntnisse der Staatsanwaltschaft",
  court: "Gericht",
  medical: "ärztlicher Befund",
  prosecutor: "Staatsanwaltschaft",
  authority: "Behörde",
  enforcementAssistance: "Vollzugshilfe",
  measure: "Maßnahme",
  person: "Person",
  persons: "Personen",
  address: "Anschrift",
  place: "Einsatzort",
  forces: "Kräfte vor Ort",
  meeting: "Meldezeit und Meldeort",
  courtOrders: "Gerichtsbeschlüsse",
  coSignature: "Mitzeichnung",
};

const states: Record<string, Record<string, string>> = {
  standing: enforceabilityStates,
  purpose: purposes,
  M: statusLabels,
  E: requestStatusLabels,
};

const obstacleLabel = (type: string): string | undefined =>
  (obstacleTypes as Record<string, { label: string } | undefined>)[type]?.label;

const dayText = (text: string): string | undefined => {
  const day: Day | undefined = /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseDay(text) : undefined;
  return day && formatDay(day);
};

const inWords = (text: string): string =>
  text
    .split(", ")
    .map((part) => words[part] ?? part)
    .join(", ");

type Data = Record<string, unknown>;

/** `from` and `to` are states of a measure (M-…) or of a request (E-…). */
function textOf(name: string, text: string, data: Data): string {
  const kind = name === "from" || name === "to" ? String(data["number"] ?? "").slice(0, 1) : name;
  if (name === "type") return obstacleLabel(text) ?? (words[text] || eventLabel(text));
  return states[kind]?.[text] ?? dayText(text) ?? inWords(text);
}

function valueText(name: string, value: unknown, data: Data): string {
  if (value === null) return "–";
  if (Array.isArray(value)) return value.map((each) => valueText(name, each, data)).join(", ");
  if (typeof value === "object") return JSON.stringify(value);
  return typeof value === "string" ? textOf(name, value, data) : String(value);
}

const isKey = (value: unknown): boolean => typeof value === "string" && isId(value);

export const detailsOf = (data: Data): string =>
  Object.entries(data)
    .filter(([, value]) => !isKey(value))
    .map(([name, value]) => `${names[name] ?? name}: ${valueText(name, value, data)}`)
    .join(" · ") || "–";
