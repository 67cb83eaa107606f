/** All reads of one case (Fallakte). Row-level security decides what comes back; an unseen case is undefined. */
import type { BirthDate } from "../../kernel/birth-date.ts";
import { day, type Day } from "../../kernel/day.ts";
import type { Db } from "../../platform/change.ts";
import type { Derivation, EnforceabilityState } from "./domain/enforceability-state.ts";
import { checkLegalEvent } from "./domain/check-legal-event.ts";
import type { EventCompartment, LegalEvent } from "./domain/legal-event.ts";
import { readEvents } from "./event-rows.ts";

type Reader = { db: Db };

export type CaseFile = {
  id: string;
  ownerId: string;
  fileNumber: string;
  version: number;
  familyUnitId: string | null;
  responsibleOfficer: { id: string; name: string } | undefined;
  language: string | null;
  municipalityAgs: string | null;
};

/** The spine of a case, as every party sees it. */
export async function findCase({ db }: Reader, id: string): Promise<CaseFile | undefined> {
  const row = await db
    .selectFrom("case_file as c")
    .leftJoin("officer as o", "o.id", "c.responsible_officer_id")
    .select(["c.id", "c.owner_id", "c.file_number", "c.version", "c.family_unit_id", "c.language"])
    .select(["c.municipality_ags", "o.id as officer_id", "o.display_name"])
    .where("c.id", "=", id)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    id: row.id,
    ownerId: row.owner_id,
    fileNumber: row.file_number,
    version: row.version,
    familyUnitId: row.family_unit_id,
    responsibleOfficer: row.officer_id && row.display_name ? { id: row.officer_id, name: row.display_name } : undefined,
    language: row.language,
    municipalityAgs: row.municipality_ags,
  };
}

export type Person = {
  familyName: string;
  givenNames: string;
  birthName: string | null;
  birthDate: BirthDate | null;
  nationalities: string[];
  originalScript: string | null;
  version: number;
};

export async function findPerson({ db }: Reader, caseId: string): Promise<Person | undefined> {
  const row = await db.selectFrom("person_identity").selectAll().where("case_id", "=", caseId).executeTakeFirst();
  return (
    row && {
      familyName: row.family_name,
      givenNames: row.given_names,
      birthName: row.birth_name,
      // Written from a parsed birth date only.
      birthDate: row.birth_date as BirthDate | null,
      nationalities: row.nationalities,
      originalScript: row.original_script,
      version: row.version,
    }
  );
}

export type RecordedEvent = LegalEvent & { recordedBy: string | undefined; compartment: EventCompartment };

/** All legal events that the reader may see in the order of recording, corrected ones and their counter-events included. */
export const listEvents = async (reader: Reader, caseId: string): Promise<RecordedEvent[]> =>
  (await listEventsOf(reader, [caseId])).get(caseId) ?? [];

/** The same for many cases; a case without events is missing. */
export async function listEventsOf(reader: Reader, caseIds: readonly string[]): Promise<Map<string, RecordedEvent[]>> {
  const events = new Map<string, RecordedEvent[]>();
  for (const row of await readEvents(reader, caseIds)) {
    const draft = checkLegalEvent(row.type, { ...row.facts, on: row.happened_on });
    if (!draft.ok) throw new Error(`legal event ${row.id} does not fit its type ${row.type}`);
    const { id, recorded_at: recordedAt, compartment } = row;
    const known = events.get(row.case_id) ?? [];
    known.push({ ...draft.value, id, recordedAt, compartment, recordedBy: row.display_name ?? undefined });
    events.set(row.case_id, known);
  }
  return events;
}

export type Standing = {
  state: EnforceabilityState;
  since: Day | undefined;
  until: Day | undefined;
  derivation: Derivation;
};

/** Enforceability as last derived (§ 58 Abs. 2 AufenthG). */
export async function findStanding({ db }: Reader, caseId: string): Promise<Standing | undefined> {
  const row = await db
    .selectFrom("case_standing")
    .select(["state", "since", "until", "derivation"])
    .where("case_id", "=", caseId)
    .executeTakeFirst();
  return (
    row && {
      // Written by renewStanding only, from the derived state.
      state: row.state as EnforceabilityState,
      since: row.since ? day(row.since) : undefined,
      until: row.until ? day(row.until) : undefined,
      derivation: row.derivation,
    }
  );
}
