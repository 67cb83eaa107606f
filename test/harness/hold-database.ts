/**
 * For tests that kill processes: starts the embedded database of the folder named on the command line, prints one line
 * of JSON (what is running, or the refusal) and lives until it is killed. "durable" as second word flushes,
 * "polite" as third installs an own signal handler that takes a moment before it ends the process.
 */
import { EmbeddedPostgresError, startEmbeddedPostgres } from "../../src/platform/embedded-postgres/index.ts";

const [folder = "", durability, manners] = process.argv.slice(2);
if (manners === "polite") process.on("SIGTERM", () => void setTimeout(() => process.exit(0), 2000));

try {
  const running = await startEmbeddedPostgres(folder, { durable: durability === "durable" });
  console.log(JSON.stringify({ pid: running.pid, url: running.connectionString("postgres") }));
  setInterval(() => undefined, 60_000);
} catch (error) {
  if (!(error instanceof EmbeddedPostgresError)) throw error;
  console.log(JSON.stringify({ refused: error.code, message: error.message }));
}
