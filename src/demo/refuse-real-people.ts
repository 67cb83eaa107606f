/**
 * The demo signs anybody in without a password. It must never do so over data of an operation, such as a backup that was
 * restored into its folder: officers of another provider give that away.
 */
import { ConfigError } from "../platform/config.ts";
import { withPool } from "../platform/database/pool.ts";
import { demoIssuer } from "../platform/demo/accounts.ts";

export async function refuseRealPeople(ownerUrl: string): Promise<void> {
  await withPool(ownerUrl, 1, async (pool) => {
    const { rows } = await pool.query<{ made: boolean }>("select to_regclass('public.officer') is not null as made");
    if (!rows[0]?.made) return;
    const { rowCount } = await pool.query("select from officer where issuer <> $1 limit 1", [demoIssuer]);
    if (rowCount)
      throw new ConfigError(
        "Diese Datenbank stammt aus dem Betrieb. Die Demo öffnet sie nicht, weil sie ohne Passwort anmeldet. Bitte einen anderen Ordner wählen (AMTSWEG_DATA_DIR).",
      );
  });
}
