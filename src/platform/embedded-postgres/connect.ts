/**
 * The way of maintenance commands into an embedded database: beside a running Amtsweg through its socket, else by
 * starting the server for the time of the command. Never makes a new database.
 */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
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
    return { connectionString: runningServer(cluster), release: async () => undefined };
  }
}

/** postmaster.pid names the port in its fourth line and the socket folder in its fifth. */
function runningServer(cluster: string): EmbeddedPostgres["connectionString"] {
  const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
  const [port = "", host = ""] = lines.slice(3, 5);
  return (database, user = "postgres") =>
    `postgresql://${encodeURIComponent(user)}@/${encodeURIComponent(database)}?host=${encodeURIComponent(host.trim())}&port=${port.trim()}`;
}
