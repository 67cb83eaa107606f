/** Lookup of all municipalities of Germany and of their postcodes. Built once; nothing in it depends on a person. */
import { fold } from "./fold.ts";
import { cutPlaceName, type PlaceName } from "./place-name.ts";

/** Municipality of the official list (Gemeinde), with its Amtlicher Gemeindeschlüssel. */
export type MunicipalityRecord = {
  ags: string;
  name: string;
  districtKey: string;
  districtName: string;
  land: string;
  postcode?: string;
};

/** Place of a postcode (Ort einer Postleitzahl); without AGS only its Kreis is certain. */
export type PostcodeRecord = { postcode: string; place: string; districtKey: string; ags?: string };

/** A municipality with its name as it is compared (Gemeinde im Verzeichnis). */
export type IndexedMunicipality = MunicipalityRecord & { cut: PlaceName };

/** What is known about a postcode (Postleitzahl): never enough to name the municipality by itself. */
export type PostcodeEntry = { ags: Set<string>; openDistricts: Set<string>; places: Map<string, Set<string>> };

/** Lookup of municipalities (Gemeindeverzeichnis). */
export type MunicipalityIndex = {
  byAgs: ReadonlyMap<string, IndexedMunicipality>;
  byHead: ReadonlyMap<string, IndexedMunicipality[]>;
  /** Heads by their first two letters, so that the search for slips stays quick. */
  headsByStart: ReadonlyMap<string, string[]>;
  byPostcode: ReadonlyMap<string, PostcodeEntry>;
};

export function indexMunicipalities(
  municipalities: MunicipalityRecord[],
  postcodes: PostcodeRecord[],
): MunicipalityIndex {
  const byAgs = new Map<string, IndexedMunicipality>();
  const byHead = new Map<string, IndexedMunicipality[]>();
  const byPostcode = new Map<string, PostcodeEntry>();
  for (const record of municipalities) {
    const indexed = { ...record, cut: cutPlaceName(record.name) };
    byAgs.set(record.ags, indexed);
    for (const head of new Set([indexed.cut.head, indexed.cut.whole])) push(byHead, head, indexed);
    if (record.postcode) entryOf(byPostcode, record.postcode).ags.add(record.ags);
  }
  for (const { postcode, place, districtKey, ags } of postcodes) {
    const entry = entryOf(byPostcode, postcode);
    if (ags) entry.ags.add(ags);
    else entry.openDistricts.add(districtKey);
    if (ags) addTo(entry.places, fold(place), ags);
  }
  const headsByStart = new Map<string, string[]>();
  for (const head of byHead.keys()) push(headsByStart, head.slice(0, 2), head);
  return { byAgs, byHead, headsByStart, byPostcode };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function addTo<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}

function entryOf(map: Map<string, PostcodeEntry>, postcode: string): PostcodeEntry {
  const known = map.get(postcode);
  if (known) return known;
  const entry: PostcodeEntry = { ags: new Set(), openDistricts: new Set(), places: new Map() };
  map.set(postcode, entry);
  return entry;
}
