/**
 * Opens cases (Fälle anlegen), one or many in one change: rows of many cases go to the database together, standing and
 * deadlines are derived for each case by itself. The import opens 20,000 cases through here, a form one.
 */
import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import { newId } from "../../kernel/id.ts";
import type { Change } from "../../platform/change.ts";
import type { CaseDraft } from "./case-draft.ts";
import { addressRow, personRow } from "./case-rows.ts";
import type { LegalEventDraft } from "./domain/legal-event.ts";
import { insertEvents } from "./event-rows.ts";
import { familyUnitIds } from "./family-units.ts";
import { firstStandings } from "./first-standings.ts";
import { tokensOf } from "./search-tokens.ts";

export type NewCase = { draft: CaseDraft; events: readonly LegalEventDraft[] };

/** A new case of the actor's authority with its first facts; gives its id. The file number must be new. */
export async function openCase(
  change: Change,
  draft: CaseDraft,
  events: readonly LegalEventDraft[],
  today: Day,
): Promise<string> {
  const [id] = await openCases(change, [{ draft, events }], today);
  if (!id) throw new Error("no case was opened");
  return id;
}

/** The same for many, up to some hundred; gives their ids in the same order. */
export async function openCases(change: Change, cases: readonly NewCase[], today: Day): Promise<string[]> {
  if (cases.length === 0) return [];
  const ownerId = change.actor.authorityId;
  const drafted = cases.map((each) => ({ ...each, id: each.draft.id ?? newId(), of: { owner_id: ownerId } }));
  await forgetOldPlans(change, cases.length);
  const families = await familyUnitIds(
    change,
    ownerId,
    cases.map(({ draft }) => draft),
  );
  await insertFiles(change, drafted, families);
  await insertContents(change, drafted);
  const standings = await firstStandings(change, ownerId, drafted, today);
  for (const { id, events } of drafted)
    change.record({
      subject: `case:${id}`,
      caseId: id,
      event: "caseOpened",
      data: { events: events.length, standing: standings.get(id) },
    });
  return drafted.map(({ id }) => id);
}

const many = 20;

/**
 * PostgreSQL keeps its plans for checking foreign keys. Made on a nearly empty table they read all of it for each row;
 * before many rows they are made again, by the size that the tables have now.
 */
const forgetOldPlans = async ({ trx }: Change, count: number): Promise<unknown> =>
  count < many ? undefined : sql`discard plans`.execute(trx);

type Drafted = NewCase & { id: string; of: { owner_id: string } };

const insertFiles = ({ trx, actor }: Change, cases: readonly Drafted[], families: ReadonlyMap<string, string>) =>
  trx
    .insertInto("case_file")
    .values(
      cases.map(({ id, of, draft }) => ({
        id,
        ...of,
        file_number: draft.fileNumber,
        family_unit_id: families.get(draft.familyLabel ?? "") ?? null,
        municipality_ags: draft.address.ags ?? null,
        responsible_officer_id: draft.responsibleOfficerId === undefined ? actor.officerId : draft.responsibleOfficerId,
        language: draft.language ?? null,
        import_fingerprint: draft.fingerprint ?? null,
      })),
    )
    .execute();

async function insertContents(change: Change, cases: readonly Drafted[]): Promise<void> {
  const { trx } = change;
  const rowsOf = <Row>(row: (draft: CaseDraft) => Row) =>
    cases.map(({ id, of, draft }) => ({ case_id: id, ...of, ...row(draft) }));
  await trx.insertInto("person_identity").values(rowsOf(personRow)).execute();
  await trx.insertInto("case_address").values(rowsOf(addressRow)).execute();
  const tokens = cases.flatMap(({ id, of, draft }) =>
    tokensOf(draft).map((token) => ({ case_id: id, ...of, ...token })),
  );
  if (tokens.length > 0) await trx.insertInto("search_token").values(tokens).execute();
  insertEvents(
    change,
    cases.flatMap(({ id, of, events }) => events.map((draft) => ({ caseId: id, ownerId: of.owner_id, draft }))),
  );
}
