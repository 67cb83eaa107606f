/** What rows are compared with: nationalities and municipalities. Handed in, so that judging reads no file by itself. */
import {
  indexMunicipalities,
  type MunicipalityIndex,
  type MunicipalityRecord,
  type PostcodeRecord,
} from "./municipality-index.ts";
import { indexNationalities, type NationalityIndex, type NationalityRecord, type StateRecord } from "./nationality.ts";

/** Records as they stand in the published lists (Referenzdaten). */
export type ReferenceRecords = {
  nationalities: NationalityRecord[];
  states: StateRecord[];
  municipalities: MunicipalityRecord[];
  postcodes: PostcodeRecord[];
};

/** Lookups made from the published lists (Nachschlagewerke). */
export type Reference = { nationalities: NationalityIndex; municipalities: MunicipalityIndex };

/** Builds the lookups; takes some 100 ms, so build them once and keep them. */
export const buildReference = (records: ReferenceRecords): Reference => ({
  nationalities: indexNationalities(records.nationalities, records.states),
  municipalities: indexMunicipalities(records.municipalities, records.postcodes),
});
