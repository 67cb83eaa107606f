/**
 * Whether the demo has its cases. A mark stands from before the first until after the last, so that a demo which was cut
 * off meanwhile never passes for a whole one. Runs as owner; officials may already be signed in.
 */
import { withPool } from "../platform/database/pool.ts";
import { demoIssuer } from "../platform/demo/accounts.ts";

export type FillState = "empty" | "half" | "filled";

// The comment of the database: a mark in a table would travel with a backup into a database that must be kept.
const mark = "Beispielfälle werden angelegt";
const setMark = (text: string): string =>
  `do $$ begin execute format('comment on database %I is %L', current_database(), '${text}'); end $$`;

export const fillState = (ownerUrl: string): Promise<FillState> =>
  withPool(ownerUrl, 1, async (pool) => {
    const { rows } = await pool.query(
      `select to_regclass('public.officer') is not null as made,
         coalesce(shobj_description(oid, 'pg_database') = $1, false) as half
       from pg_database where datname = current_database()`,
      [mark],
    );
    if (rows[0]?.half) return "half";
    if (!rows[0]?.made) return "empty";
    const filled = await pool.query("select 1 from officer where issuer = $1 limit 1", [demoIssuer]);
    return filled.rowCount ? "filled" : "empty";
  });

export const beginFilling = (ownerUrl: string): Promise<unknown> =>
  withPool(ownerUrl, 1, (pool) => pool.query(setMark(mark)));

/** Waits for the disk, and with it for everything that was committed without waiting. */
export const endFilling = (ownerUrl: string): Promise<unknown> =>
  withPool(ownerUrl, 1, (pool) => pool.query(setMark("")));
