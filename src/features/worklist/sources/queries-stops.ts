/** Stops that somebody has not confirmed: our own confirmation, and of our measures that of every other party. */
import { sql } from "kysely";
import type { WorkItem } from "../domain/work-item.ts";
import { inScope } from "../case-scope.ts";
import { also, instantsAfter, type Order, type WorkAsk, type WorkSource } from "../work-source.ts";

type Row = { stop_id: string; authority_id: string; case_id: string; at: Date; measure_number: string; name: string };

const issued = sql`date_trunc('milliseconds', r.issued_at)`;
const order: Order = {
  due: issued,
  sub: [
    { column: sql`r.stop_id`, type: "uuid" },
    { column: sql`r.authority_id`, type: "text" },
  ],
};

export const stopWork: WorkSource = {
  kind: "stops",
  found: (ask) => {
    if (ask.side === "waiting") return undefined;
    const me = ask.actor.authorityId;
    const arrived = ask.arrivedSince && sql`r.issued_at >= ${ask.arrivedSince}`;
    // Few at any time: all of them are looked at, in whatever order is asked for.
    return sql`(
      select r.stop_id, r.authority_id, s.case_id, ${issued} as at, s.measure_number, a.name
      from (select * from stop_recipient o where o.authority_id = ${me} and o.confirmed_at is null
        union select * from stop_recipient o where o.owner_id = ${me} and o.confirmed_at is null) r
      join stop_signal s on s.id = r.stop_id join authority a on a.id = r.authority_id
      where true ${also(arrived, instantsAfter(order, ask), inScope(sql`s.case_id`, ask))}
      order by ${issued}, r.stop_id, r.authority_id limit ${sql.lit(ask.limit)})`;
  },
  read: async ({ db }, ask) => {
    const found = stopWork.found(ask);
    if (!found) return [];
    const { rows } = await sql<Row>`select r.stop_id, r.authority_id, r.case_id, r.at, r.measure_number, r.name
      from ${found} r order by r.at, r.stop_id, r.authority_id`.execute(db as never);
    return rows.map((row) => itemOf(row, ask));
  },
};

function itemOf(row: Row, { actor }: WorkAsk): WorkItem {
  const isOwn = row.authority_id === actor.authorityId;
  return {
    kind: "stops",
    place: row.at,
    sub: [row.stop_id, row.authority_id],
    due: row.at,
    caseId: row.case_id,
    task: isOwn
      ? `Stopp bestätigen: ${row.measure_number}`
      : `Bestätigung des Stopps telefonisch einholen: ${row.measure_number}`,
    href: `/stopp/${row.stop_id}`,
    counterpart: isOwn ? "–" : row.name,
    status: "nicht bestätigt",
    why: "Ein Stopp muss von jeder Stelle bestätigt werden, die an der Maßnahme beteiligt ist. Die Zeit ist der Augenblick des Stopps.",
    since: row.at,
  };
}
