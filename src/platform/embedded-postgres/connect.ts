/**
 * The way of maintenance commands into an embedded database: beside a running Amtsweg through its socket, else by
 * starting the server for the time of the command. Never makes a new database.
 */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { addressesAt } from "./address.ts";
import { clusterIn } from "./data-folder.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./start.ts";

export type EmbeddedConnection = Pick<EmbeddedPostgres, "connectionString"> & {
  /** Stops the server if it was started for this connection; a running Amtsweg keeps its own. */
  release: () => Promise<void>;
};

export async function connectEmbeddedPostgres(dataDir: string): Promise<EmbeddedConnection> {
  const cluster = clusterIn(resolve(dataDir));
  if (!existsSync(cluster))
    throw new EmbeddedPostgresError(
      "folder-foreign",
      `Im Ordner ${dataDir} gibt es keine Datenbank von Amtsweg. Bitte AMTSWEG_DATA_DIR prüfen.`,
    );
  try {
    const server = await startEmbeddedPostgres(dataDir);
    return { connectionString: server.connectionString, release: server.stop };
  } catch (error) {
    if (!(error instanceof EmbeddedPostgresError) || error.code !== "already-running") throw error;
    return { connectionString: addressesAt(socketOf(cluster, error)), release: async () => undefined };
  }
}

/** The running server writes its socket folder into the fifth line of postmaster.pid, and its state into the eighth. */
function socketOf(cluster: string, refusal: EmbeddedPostgresError): string {
  const file = join(cluster, "postmaster.pid");
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  if (lines[7]?.trim() === "ready" && lines[4]) return lines[4];
  // Its Amtsweg has only just begun, or is about to end.
  throw refusal;
}
