/** Reads of the deputies of an authority (Vertretung). */
import { day, type Day } from "../../kernel/day.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Db } from "../../platform/change.ts";

type Reader = { db: Db };

/** Vertretung: wer wessen Fälle an welchen Tagen mit bearbeitet (kein Rechtsbegriff; Geschäftsordnung der Behörde). */
export type Deputy = {
  id: string;
  absent: { id: string; name: string };
  deputy: { id: string; name: string };
  from: Day;
  until: Day;
};

const select = ({ db }: Reader, authorityId: string, today: Day) =>
  db
    .selectFrom("deputy as d")
    .innerJoin("officer as a", "a.id", "d.officer_id")
    .innerJoin("officer as s", "s.id", "d.deputy_id")
    .select(["d.id", "d.officer_id", "d.deputy_id", "d.from_on", "d.until_on"])
    .select(["a.display_name as absent", "s.display_name as stands_in"])
    .where("d.owner_id", "=", authorityId)
    .where("d.until_on", ">=", today.toString())
    .orderBy("d.from_on")
    .orderBy("d.id")
    .limit(200);

type Row = Awaited<ReturnType<ReturnType<typeof select>["execute"]>>[number];

const deputyOf = (row: Row): Deputy => ({
  id: row.id,
  absent: { id: row.officer_id, name: row.absent },
  deputy: { id: row.deputy_id, name: row.stands_in },
  from: day(row.from_on),
  until: day(row.until_on),
});

/** Those that hold today or later. */
export const listDeputies = async (reader: Reader, { authorityId }: Actor, today: Day): Promise<Deputy[]> =>
  (await select(reader, authorityId, today).execute()).map(deputyOf);

/** Everybody of the authority who is away today, with who stands in. */
export const absentToday = async (reader: Reader, { authorityId }: Actor, today: Day): Promise<Deputy[]> =>
  (await select(reader, authorityId, today).where("d.from_on", "<=", today.toString()).execute()).map(deputyOf);

/** For whom the actor stands in today. */
export const deputisedToday = async (reader: Reader, actor: Actor, today: Day): Promise<Deputy[]> =>
  (
    await select(reader, actor.authorityId, today)
      .where("d.deputy_id", "=", actor.officerId)
      .where("d.from_on", "<=", today.toString())
      .execute()
  ).map(deputyOf);
