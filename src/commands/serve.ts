/** `amtsweg serve`: operation with a PostgreSQL server and a real sign-in provider. */
import { pino } from "pino";
import { ConfigError, readServeConfig } from "../platform/config.ts";
import { programVersion } from "../platform/root.ts";
import { startServer } from "../server.ts";
import { type Command, exitCodes } from "./command.ts";
import { waitForEnd } from "./wait-for-end.ts";

export const serveCommand: Command = {
  name: "serve",
  summary: "startet Amtsweg im Betrieb (PostgreSQL-Server, OpenID Connect)",
  help: `amtsweg serve

Startet den Betrieb. Vorher einmal: amtsweg migrate.

Umgebung (alle nötig, wenn nicht anders gesagt):
  DATABASE_URL        PostgreSQL 15 oder neuer, Rolle amtsweg_app
  OIDC_ISSUER         Adresse des Anmeldedienstes
  OIDC_CLIENT_ID      Kennung beim Anmeldedienst
  OIDC_CLIENT_SECRET  Geheimnis beim Anmeldedienst (entfällt bei öffentlichen Clients)
  SESSION_SECRET      mindestens 32 Zeichen
  BASE_URL            öffentliche Adresse, z. B. https://amtsweg.example
  PORT                Anschluss, sonst 8080

Rückgabe: 0 nach geordnetem Ende, 1 bei einem Fehler, 2 wenn eine Angabe fehlt.`,
  run: async (_args, { env, writeError }) => {
    let config: ReturnType<typeof readServeConfig>;
    try {
      config = readServeConfig(env);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      writeError(`${error.message}\n`);
      return exitCodes.badInput;
    }
    const logger = pino();
    const { oidc, baseUrl, port, databaseUrl, sessionSecret } = config;
    const server = await startServer({
      port,
      databaseUrl,
      sessionSecret,
      operation: { baseUrl, ...oidc },
      version: programVersion(),
      log: (line) => logger.info(line),
    });
    logger.info({ url: server.url, version: programVersion() }, "Amtsweg läuft");
    await waitForEnd();
    await server.stop();
    return exitCodes.ok;
  },
};
