/** Publishes gates and moves of the domain as tables, where the database guard holds every writer to them. */
import type { Pool } from "../../platform/database/pool.ts";
import { gates } from "./domain/gates.ts";
import { moves } from "./domain/measure-table.ts";

/** Runs with `amtsweg migrate`, as owner. */
export async function publishMeasureRules(ownerPool: Pool): Promise<void> {
  const gateRows = gates.map(({ id, title, norm, schedule, kind }) => ({
    id,
    title,
    norm: norm.norm,
    at_schedule: schedule === "hold",
    at_execution: true,
    derived: kind === "derived",
  }));
  await ownerPool.query(
    `insert into gate select * from jsonb_populate_recordset(null::gate, $1::jsonb)
     on conflict (id) do update set title = excluded.title, norm = excluded.norm, at_schedule = excluded.at_schedule,
       at_execution = excluded.at_execution, derived = excluded.derived`,
    [JSON.stringify(gateRows)],
  );
  const statusMoves = moves
    .filter(({ from, to }) => from !== to)
    .map(({ from, to }) => ({ from_status: from, to_status: to }));
  await ownerPool.query(
    `with fresh as (select distinct * from jsonb_populate_recordset(null::measure_move, $1::jsonb)),
       gone as (delete from measure_move m where not exists
         (select from fresh f where f.from_status = m.from_status and f.to_status = m.to_status))
     insert into measure_move select * from fresh on conflict do nothing`,
    [JSON.stringify(statusMoves)],
  );
}
