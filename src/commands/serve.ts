/** `amtsweg serve`: operation with a PostgreSQL server and a real sign-in provider. */
import { pino } from "pino";
import { readServeConfig } from "../platform/config.ts";
import { awaitDatabase } from "../platform/database/await-database.ts";
import { programVersion } from "../platform/root.ts";
import { startServer } from "../server.ts";
import { type Command, exitCodes } from "./command.ts";
import { cutOff, waitForEnd } from "./wait-for-end.ts";

export const serveCommand: Command = {
  name: "serve",
  summary: "startet Amtsweg im Betrieb (PostgreSQL-Server, OpenID Connect)",
  switches: [],
  help: `amtsweg serve

Startet den Betrieb. Vorher einmal: amtsweg migrate. Ist die Datenbank noch nicht bereit, wartet der Befehl auf sie.

Umgebung (alle nötig, wenn nicht anders gesagt):
  DATABASE_URL        PostgreSQL 15 oder neuer, Rolle amtsweg_app
  OIDC_ISSUER         Adresse des Anmeldedienstes
  OIDC_CLIENT_ID      Kennung beim Anmeldedienst
  OIDC_CLIENT_SECRET  Geheimnis beim Anmeldedienst (entfällt bei öffentlichen Clients)
  SESSION_SECRET      mindestens 32 Zeichen
  BASE_URL            öffentliche Adresse, z. B. https://amtsweg.example
  PORT                Anschluss, sonst 8080
  SHUTDOWN_SECONDS    so lange wartet das Ende auf Begonnenes, sonst 20

Bei SIGTERM oder SIGINT nimmt Amtsweg niemanden mehr an, beantwortet Begonnenes und gibt Aufträge zurück.

Rückgabe: 0 nach geordnetem Ende, 1 bei einem Fehler oder wenn die Zeit dafür nicht reicht, 2 wenn eine Angabe fehlt.`,
  run: async (_args, { env }) => {
    const { oidc, baseUrl, port, databaseUrl, sessionSecret, stopWithinMs } = readServeConfig(env);
    const logger = pino();
    await awaitDatabase(databaseUrl, (text) => logger.warn(text));
    const server = await startServer({
      port,
      databaseUrl,
      sessionSecret,
      stopWithinMs,
      operation: { baseUrl, ...oidc },
      version: programVersion(),
      log: (line) => logger.info(line),
    });
    // Before it is said: whoever reads the line may end the process in the same moment.
    const ended = waitForEnd();
    logger.info({ url: server.url, version: programVersion() }, "Amtsweg läuft");
    await ended;
    logger.info("Amtsweg wird beendet");
    if (await server.stop()) return exitCodes.ok;
    logger.warn(cutOff);
    return process.exit(exitCodes.failed);
  },
};
