/**
 * Compares the major version that made a cluster with the packaged one. Must never start another major on a cluster:
 * PostgreSQL reads only data files of its own major.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { clusterIn } from "./data-folder.ts";
import { EmbeddedPostgresError, systemCode } from "./embedded-postgres-error.ts";
import { packageVersion } from "./programs.ts";

/** Undefined where there is no cluster yet, or a broken one, of which PostgreSQL itself then complains. */
function clusterMajor(cluster: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(join(cluster, "PG_VERSION"), "utf8"), 10) || undefined;
  } catch (error) {
    if (systemCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** True when the data folder was made by an older major, so that its data has to come over by a backup. */
export function upgradeNeeded(dataDir: string): boolean {
  const found = clusterMajor(clusterIn(dataDir));
  return found !== undefined && found < packagedMajor();
}

function packagedMajor(): number {
  return Number.parseInt(packageVersion(), 10);
}

export function assertVersion(cluster: string, packaged = packagedMajor()): void {
  const found = clusterMajor(cluster);
  if (found === undefined || found === packaged) return;
  if (found < packaged) throw older(cluster, found, packaged);
  throw new EmbeddedPostgresError(
    "version-newer",
    `Die Daten in ${cluster} stammen von PostgreSQL ${found}, dieses Amtsweg enthält PostgreSQL ${packaged}. ` +
      "Starten Sie die neuere Amtsweg-Fassung, mit der die Daten zuletzt benutzt wurden.",
  );
}

function older(cluster: string, found: number, packaged: number): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    "version-older",
    `Die Daten in ${cluster} stammen von PostgreSQL ${found}, dieses Amtsweg enthält PostgreSQL ${packaged} und kann sie ` +
      "nicht unmittelbar lesen. Die Daten sind unverändert. So übernehmen Sie sie: Starten Sie noch einmal die bisherige " +
      "Amtsweg-Fassung, sichern Sie mit „amtsweg backup“, und spielen Sie die Sicherung mit dieser Fassung und „amtsweg " +
      "restore“ in einen neuen Datenordner ein (docs/operations/embedded-database.md, „New major version“).",
  );
}
