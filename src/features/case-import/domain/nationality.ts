/**
 * Nationality (Staatsangehörigkeit) by German name, adjective or key. Ambiguous and historical names are refused with a
 * proposal; a nationality is never guessed from a birthplace, a language or a name.
 */
import { ok, refused, type Result } from "../../../kernel/result.ts";
import { fold } from "./fold.ts";

/** Entry of the code list "Staatsangehörigkeit" (Staatsangehörigkeitsschlüssel of the Statistisches Bundesamt). */
export type NationalityRecord = { key: string; label: string; kind: string };

/** A state with the spellings that lead to its nationality (Staat). */
export type StateRecord = { key: string; names: string[]; codes: string[]; adjective: string };

type Entry = { key: string; label: string } | { refusal: string };

/** Lookup of nationalities (Nachschlagewerk der Staatsangehörigkeiten). */
export type NationalityIndex = {
  byKey: ReadonlyMap<string, Entry>;
  byName: ReadonlyMap<string, Entry>;
  byCode: ReadonlyMap<string, Entry>;
};

/** Everyday names that the official lists do not hold. */
const everydayNames: Record<string, string[]> = {
  "160": ["Russland"],
  "168": ["Großbritannien", "UK", "Vereinigtes Königreich Großbritannien"],
  "144": ["Mazedonien"],
  "146": ["Republik Moldau", "Moldova"],
  "163": ["Türkiye"],
  "246": ["DR Kongo", "Demokratische Republik Kongo", "Kongo DR", "Kongo Demokratische Republik"],
  "245": ["Republik Kongo", "Kongo Republik"],
  "427": ["Birma", "Burma"],
  "459": ["Palästina"],
  "479": ["Volksrepublik China"],
  "536": ["neuseeländisch"],
};

/** Names that two states share: the clerk has to say which. */
const sharedNames: Record<string, string> = {
  Kongo: "Demokratische Republik Kongo (246) oder Republik Kongo (245)",
  kongolesisch: "Demokratische Republik Kongo (246) oder Republik Kongo (245)",
  Korea: "Republik Korea (467) oder Demokratische Volksrepublik Korea (434)",
  koreanisch: "Republik Korea (467) oder Demokratische Volksrepublik Korea (434)",
};

/** Germans are not foreigners (§ 2 Abs. 1 AufenthG), so no case about leaving may be opened for them. */
const germanKey = "000";
const ofGermans =
  "Deutsche Staatsangehörige sind keine Ausländer (§ 2 Abs. 1 AufenthG). Für sie kann kein Rückkehrfall angelegt werden.";

export function indexNationalities(nationalities: NationalityRecord[], states: StateRecord[]): NationalityIndex {
  const byKey = new Map<string, Entry>(nationalities.map((record) => [record.key, entryOf(record)]));
  const byName = new Map<string, Entry>(
    nationalities.map(({ key, label }) => [fold(label), byKey.get(key) ?? unknown(label)]),
  );
  const byCode = new Map<string, Entry>();
  for (const { key, names, codes, adjective } of states) {
    const entry = byKey.get(key);
    if (!entry) continue;
    for (const name of [...names, adjective, ...(everydayNames[key] ?? [])]) if (name) byName.set(fold(name), entry);
    for (const code of codes) byCode.set(code, entry);
  }
  for (const [name, choice] of Object.entries(sharedNames)) {
    byName.set(fold(name), { refusal: `„${name}“ ist nicht eindeutig: ${choice}.` });
  }
  return { byKey, byName, byCode };
}

const unknown = (text: string): Entry => ({ refusal: `„${text}“ ist keine bekannte Staatsangehörigkeit.` });

function entryOf({ key, label, kind }: NationalityRecord): Entry {
  if (key === germanKey) return { refusal: ofGermans };
  if (kind === "historisch")
    return { refusal: `„${label}“ (${key}) ist keine heutige Staatsangehörigkeit. Ist sie nicht bekannt: ungeklärt.` };
  return { key, label };
}

/** The keys of all nationalities that the text names, or the German reason why it names none. */
export function readNationalities(text: string, index: NationalityIndex): Result<string[], string> {
  const whole = find(text, index);
  if (whole) return "refusal" in whole ? refused(whole.refusal) : ok([whole.key]);
  const parts = text.split(/[,;/+&]|\s+und\s+/).map((part) => part.trim());
  const keys: string[] = [];
  for (const part of parts.filter((part) => part !== "")) {
    const entry = find(part, index) ?? unknown(part);
    if ("refusal" in entry) return refused(entry.refusal);
    keys.push(entry.key);
  }
  return keys.length > 0 ? ok([...new Set(keys)]) : refused(`„${text}“ ist keine bekannte Staatsangehörigkeit.`);
}

function find(text: string, { byKey, byName, byCode }: NationalityIndex): Entry | undefined {
  if (/^\d{1,3}$/.test(text)) return byKey.get(text.padStart(3, "0")) ?? unknown(text);
  const name = fold(text);
  return byName.get(name) ?? byName.get(withoutEnding(name)) ?? byCode.get(text.toUpperCase());
}

/** "syrische Staatsangehörige" and "syrischer" as "syrisch". */
const withoutEnding = (name: string): string =>
  name.replace(/ staatsangehoerig(e|er|keit)$/, "").replace(/(isch|sch)(e|er|en|em|es)$/, "$1");
