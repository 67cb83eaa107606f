/**
 * Finds the municipality (Gemeinde) of an address. Competence hangs on it, so a postcode alone never decides, and
 * where two municipalities are possible the clerk is asked; the police district of Witten is not that of its Kreis.
 */
import { isSlipOf } from "./edit-distance.ts";
import { fold } from "./fold.ts";
import type { IndexedMunicipality, MunicipalityIndex, PostcodeEntry } from "./municipality-index.ts";
import { areAdditionsAlike, cutPlaceName } from "./place-name.ts";

/** What a row says about the place (Ortsangaben). */
export type PlaceWords = { name?: string; postcode?: string; district?: string; ags?: string };

/** A municipality to choose from (Gemeinde zur Auswahl), with Kreis and Land, because names repeat. */
export type MunicipalityCandidate = { ags: string; name: string; district: string; land: string };

/** The municipality found, a question to the clerk, or the German reason why there is none (Ergebnis der Ortssuche). */
export type PlaceFinding =
  | { kind: "found"; ags: string; note?: string }
  | { kind: "question"; text: string; candidates: MunicipalityCandidate[] }
  | { kind: "unknown"; reason: string };

const mostCandidates = 12;

export function findMunicipality(words: PlaceWords, index: MunicipalityIndex): PlaceFinding {
  if (words.ags !== undefined) return byKey(words.ags, words.name, index);
  const entry = words.postcode === undefined ? undefined : index.byPostcode.get(words.postcode);
  if (words.name === undefined) return withoutName(words.postcode, entry, index);

  const named = byName(words.name, index);
  const candidates = inDistrict(named, words.district);
  if (candidates.length === 0) return unknownName({ name: words.name, named, entry, index });
  if (words.postcode === undefined) return byNameAlone(words.name, candidates);
  if (!entry) return unknownPostcode(words.postcode, words.name, candidates);
  return byPostcode({ name: words.name, postcode: words.postcode, candidates, entry, index });
}

/** All municipalities that the name can mean; those with exactly this name come first. */
function byName(name: string, { byHead }: MunicipalityIndex): IndexedMunicipality[] {
  const cut = cutPlaceName(name);
  const alike = (byHead.get(cut.whole) ?? []).concat(byHead.get(cut.head) ?? []);
  const fitting = alike.filter((found) => areAdditionsAlike(found.cut.addition, cut.addition));
  return [...new Set(fitting)].sort((a, b) => Number(b.cut.whole === cut.whole) - Number(a.cut.whole === cut.whole));
}

function inDistrict(found: IndexedMunicipality[], district: string | undefined): IndexedMunicipality[] {
  if (district === undefined) return found;
  const wanted = districtWords(district);
  return found.filter(
    ({ districtKey, districtName }) => districtKey === district || ` ${fold(districtName)} `.includes(` ${wanted} `),
  );
}

const districtWords = (district: string): string =>
  fold(district).replace(/^(kreisfreie stadt|staedteregion|landkreis|kreis|stadt) | (landkreis|kreis)$/g, "");

function byNameAlone(name: string, candidates: IndexedMunicipality[]): PlaceFinding {
  const whole = cutPlaceName(name).whole;
  const exact = candidates.filter((candidate) => candidate.cut.whole === whole);
  const [only] = exact.length > 0 ? exact : candidates;
  if (only && (exact.length === 1 || candidates.length === 1)) return { kind: "found", ags: only.ags };
  return question(`Es gibt mehrere Gemeinden namens „${name}“. Welche ist gemeint?`, candidates);
}

/** Postcodes of companies and post-office boxes are not in the list, so an unknown one is no fault by itself. */
function unknownPostcode(postcode: string, name: string, candidates: IndexedMunicipality[]): PlaceFinding {
  const found = byNameAlone(name, candidates);
  return found.kind === "found" ? { ...found, note: `PLZ ${postcode} steht nicht im Verzeichnis.` } : found;
}

type PlaceQuery = {
  name: string;
  postcode: string;
  candidates: IndexedMunicipality[];
  entry: PostcodeEntry;
  index: MunicipalityIndex;
};

function byPostcode({ name, postcode, candidates, entry, index }: PlaceQuery): PlaceFinding {
  const direct = candidates.filter(({ ags }) => entry.ags.has(ags));
  const fitting = direct.length > 0 ? direct : candidates.filter((found) => entry.openDistricts.has(found.districtKey));
  const [only] = fitting;
  if (only && fitting.length === 1) return { kind: "found", ags: only.ags };
  if (only) return question(`Es gibt mehrere Gemeinden namens „${name}“. Welche ist gemeint?`, fitting);
  const text = `Die PLZ ${postcode} gehört nach dem Verzeichnis nicht zu „${name}“. Welche Gemeinde ist richtig?`;
  return question(text, [...municipalitiesOf(entry, index), ...candidates]);
}

function withoutName(
  postcode: string | undefined,
  entry: PostcodeEntry | undefined,
  index: MunicipalityIndex,
): PlaceFinding {
  if (postcode === undefined) return { kind: "unknown", reason: "Der Ort fehlt." };
  const candidates = entry ? municipalitiesOf(entry, index) : [];
  if (candidates.length === 0)
    return { kind: "unknown", reason: `Der Ort fehlt, und die PLZ ${postcode} ist unbekannt.` };
  return question(`Der Ort fehlt. Die PLZ ${postcode} allein bestimmt keine Gemeinde. Welche ist gemeint?`, candidates);
}

type UnknownName = {
  name: string;
  named: IndexedMunicipality[];
  entry: PostcodeEntry | undefined;
  index: MunicipalityIndex;
};

/** A part of a municipality, a slip, or a Kreis that does not fit: proposals from the postcode and from alike names. */
function unknownName({ name, named, entry, index }: UnknownName): PlaceFinding {
  const ofPlace = [...(entry?.places.get(fold(name)) ?? [])].flatMap((ags) => index.byAgs.get(ags) ?? []);
  const ofPostcode = entry ? municipalitiesOf(entry, index) : [];
  const candidates = [
    ...ofPlace,
    ...named,
    ...ofPostcode,
    ...(named.length + ofPostcode.length > 0 ? [] : slipsOf(name, index)),
  ];
  if (candidates.length === 0) return { kind: "unknown", reason: `Die Gemeinde „${name}“ ist nicht bekannt.` };
  if (named.length > 0)
    return question(`„${name}“ liegt nicht in dem angegebenen Kreis. Welche Gemeinde ist richtig?`, candidates);
  return question(`„${name}“ ist keine Gemeinde, vielleicht ein Ortsteil. Welche Gemeinde ist gemeint?`, candidates);
}

/** Looked up only where nothing else is known; the first two letters are taken as right. */
function slipsOf(name: string, { byHead, headsByStart }: MunicipalityIndex): IndexedMunicipality[] {
  const { head } = cutPlaceName(name);
  if (head.length < 5) return [];
  const alike = (headsByStart.get(head.slice(0, 2)) ?? []).filter((known) => isSlipOf(head, known));
  return alike.flatMap((known) => byHead.get(known) ?? []);
}

function byKey(ags: string, name: string | undefined, index: MunicipalityIndex): PlaceFinding {
  const found = index.byAgs.get(ags);
  if (!found) return { kind: "unknown", reason: `Den Gemeindeschlüssel ${ags} gibt es nicht.` };
  if (name === undefined) return { kind: "found", ags };
  const named = byName(name, index);
  if (named.length === 0 || named.includes(found)) return { kind: "found", ags };
  return question(`Der Gemeindeschlüssel ${ags} gehört nicht zu „${name}“. Welche Gemeinde ist richtig?`, [
    found,
    ...named,
  ]);
}

const municipalitiesOf = (entry: PostcodeEntry, index: MunicipalityIndex): IndexedMunicipality[] =>
  [...entry.ags].flatMap((ags) => index.byAgs.get(ags) ?? []);

function question(text: string, municipalities: IndexedMunicipality[]): PlaceFinding {
  const candidates = [...new Set(municipalities)]
    .slice(0, mostCandidates)
    .map(({ ags, name, districtName, land }): MunicipalityCandidate => ({ ags, name, district: districtName, land }));
  return { kind: "question", text, candidates };
}
