/**
 * Makes cases of judged rows inside one change: known file numbers are renewed, new ones opened, equal content is left
 * alone. Decides anew from what is stored now, because other imports and people worked since the judging.
 */
import type { Day } from "../../kernel/day.ts";
import type { Change } from "../../platform/change.ts";
import {
  type CaseDraft,
  fileNumberKey,
  insertEvent,
  type KnownCase,
  knownCases,
  type LegalEventDraft,
  listEvents,
  openCases,
  renewCase,
  renewStanding,
  storedDrafts,
} from "../case/index.ts";
import type { CaseDraft as SheetDraft } from "./domain/case-draft.ts";
import { eventsOf } from "./events-of-draft.ts";
import { officersByName } from "./officers-by-name.ts";

export type JudgedRow = { rowNo: number; draft: SheetDraft };
/** Which case a row belongs to now. */
export type TakenOver = { rowNo: number; caseId: string; did: "opened" | "renewed" | "unchanged" };

export async function takeOverRows(change: Change, rows: readonly JudgedRow[], today: Day): Promise<TakenOver[]> {
  const ownerId = change.actor.authorityId;
  const known = await knownCases(
    change,
    ownerId,
    rows.map(({ draft }) => draft.fileNumber),
  );
  const caseOf = ({ draft }: JudgedRow): KnownCase | undefined => known.get(fileNumberKey(draft.fileNumber));
  const fresh = rows.filter((row) => !caseOf(row));
  const opened = await openRows(change, fresh, today);
  const renewed: TakenOver[] = [];
  for (const row of rows) {
    const found = caseOf(row);
    if (found) renewed.push(await renewRow(change, row, found, today));
  }
  return [...opened, ...renewed];
}

async function openRows(change: Change, rows: readonly JudgedRow[], today: Day): Promise<TakenOver[]> {
  const officers = await officersByName(change);
  const ids = await openCases(
    change,
    rows.map(({ draft }) => ({
      draft: { ...caseDraftOf(draft), responsibleOfficerId: draft.officer ? officers(draft.officer) : undefined },
      events: eventsOf(draft.legal),
    })),
    today,
  );
  return ids.flatMap((caseId, at): TakenOver[] => {
    const row = rows[at];
    return row ? [{ rowNo: row.rowNo, caseId, did: "opened" }] : [];
  });
}

async function renewRow(
  change: Change,
  { rowNo, draft }: JudgedRow,
  { id, fingerprint }: KnownCase,
  today: Day,
): Promise<TakenOver> {
  if (fingerprint === draft.fingerprint) return { rowNo, caseId: id, did: "unchanged" };
  const ownerId = change.actor.authorityId;
  const stored = (await storedDrafts(change, [id])).get(id);
  await renewCase(change, id, ownerId, addedTo(stored, caseDraftOf(draft)));
  const recorded = await listEvents(change, id);
  const added = eventsOf(draft.legal).filter((event) => !recorded.some((known) => sayTheSame(known, event)));
  for (const event of added) insertEvent(change, { id, ownerId, fileNumber: draft.fileNumber }, event);
  if (added.length > 0) await renewStanding(change, { id, ownerId }, today);
  change.announce(`case:${id}`);
  return { rowNo, caseId: id, did: "renewed" };
}

/**
 * An event of this kind that is recorded already stays alone: a second day for the same fact is a correction, and only the
 * clerk corrects, with a reason.
 */
const sayTheSame = (known: LegalEventDraft, event: LegalEventDraft): boolean =>
  known.type === event.type &&
  ("procedure" in known && "procedure" in event ? known.procedure === event.procedure : true);

const caseDraftOf = ({ fileNumber, person, address, familyKey, language, fingerprint }: SheetDraft): CaseDraft => ({
  fileNumber,
  person,
  address: address ?? {},
  familyLabel: familyKey,
  language,
  fingerprint,
});

/** The sheet adds and changes, it never erases; only who lives in another municipality has a new address as a whole. */
function addedTo(stored: CaseDraft | undefined, sheet: CaseDraft): CaseDraft {
  if (!stored) return sheet;
  const nationalities =
    sheet.person.nationalities.length > 0 ? sheet.person.nationalities : stored.person.nationalities;
  const moved = sheet.address.ags !== undefined && sheet.address.ags !== stored.address.ags;
  return {
    ...sheet,
    language: sheet.language ?? stored.language,
    person: { ...stored.person, ...sheet.person, nationalities },
    address: moved ? sheet.address : { ...stored.address, ...sheet.address },
  };
}
