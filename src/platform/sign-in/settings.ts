/** How an officer wants the pages. Decides nothing about cases, so it is no change and stands in no journal. */
import type { Settings } from "../../kernel/frame.ts";
import type { Pool } from "../database/pool.ts";

type Row = { density: string; single_keys: string; theme: string | null };

/** The check constraints of the table know the same words. */
export const settingsOf = ({ density, single_keys, theme }: Row): Settings => ({
  density: density as Settings["density"],
  singleKeys: single_keys as Settings["singleKeys"],
  ...(theme ? { theme: theme as Settings["theme"] } : {}),
});

/** Without a theme the pages follow the device. */
export async function saveSettings(
  pool: Pool,
  officerId: string,
  { density, singleKeys, theme }: Settings,
): Promise<void> {
  await pool.query("update officer set density = $2, single_keys = $3, theme = $4 where id = $1", [
    officerId,
    density ?? "comfortable",
    singleKeys ?? "lists",
    theme ?? null,
  ]);
}
