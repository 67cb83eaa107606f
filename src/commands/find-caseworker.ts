/** The caseworker in whose name a command works: known from an earlier sign-in, with that role, and nobody else. */
import type { Actor } from "../platform/actor.ts";
import type { Pool } from "../platform/database/pool.ts";

type Row = { id: string; display_name: string; authority_id: string; name: string };

/** By subject at the provider (`as`) or by id; undefined for several or none. */
export async function findCaseworker(
  pool: Pool,
  { as, officer }: { as?: string | undefined; officer?: string | undefined },
): Promise<Actor | undefined> {
  const { rows } = await pool.query<Row>(
    `select o.id, o.display_name, o.authority_id, a.name from officer o join authority a on a.id = o.authority_id
     where (o.subject = $1 or o.id::text = $2) and 'caseworker' = any(o.roles)`,
    [as ?? null, officer ?? null],
  );
  const [row] = rows;
  if (!row || rows.length > 1) return undefined;
  return {
    officerId: row.id,
    name: row.display_name,
    authorityId: row.authority_id,
    authorityName: row.name,
    role: "caseworker",
  };
}
