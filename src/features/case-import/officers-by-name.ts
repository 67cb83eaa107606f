/** Finds the officer of the own authority whom a sheet names (Sachbearbeitung): exactly by name, or nobody. */
import { sql } from "kysely";
import type { Change } from "../../platform/change.ts";

/** Gives the id, or null where no single officer bears that name. */
export async function officersByName({ db, actor }: Change): Promise<(name: string) => string | null> {
  const rows = await db
    .selectFrom("officer")
    .select(["id", sql<string>`lower(display_name)`.as("name")])
    .where("authority_id", "=", actor.authorityId)
    .execute();
  return (name) => {
    const found = rows.filter((row) => row.name === name.trim().toLowerCase());
    return found.length === 1 ? (found[0]?.id ?? null) : null;
  };
}
