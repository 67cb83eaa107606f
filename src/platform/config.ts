/** Settings of the process, read once from the environment. Secrets come from nowhere else. */
import { resolve } from "node:path";

export type ServeConfig = {
  port: number;
  stopWithinMs: number;
  baseUrl: string;
  databaseUrl: string;
  ownerDatabaseUrl: string | undefined;
  sessionSecret: string;
  oidc: { issuer: string; clientId: string; clientSecret: string | undefined };
};

export type DemoConfig = { port: number; dataDir: string; stopWithinMs: number };

/** What is missing or wrong, in words for the operator. */
export class ConfigError extends Error {}

type Env = Record<string, string | undefined>;

function readPort(env: Env): number {
  const text = env["PORT"] ?? "8080";
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new ConfigError(`PORT muss eine Zahl von 0 bis 65535 sein, ist aber »${text}«.`);
  return port;
}

/** Time that the end of the process leaves to what it has begun. */
function readStopWithin(env: Env): number {
  const text = env["SHUTDOWN_SECONDS"] ?? "20";
  const seconds = Number(text);
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 3600)
    throw new ConfigError(`SHUTDOWN_SECONDS muss eine Zahl von 1 bis 3600 sein, ist aber »${text}«.`);
  return seconds * 1000;
}

const needed = {
  DATABASE_URL: "Adresse der PostgreSQL-Datenbank (Rolle amtsweg_app)",
  OIDC_ISSUER: "Adresse des Anmeldedienstes (OpenID Connect)",
  OIDC_CLIENT_ID: "Kennung dieser Anwendung beim Anmeldedienst",
  SESSION_SECRET: "Geheimnis für Sitzungen, mindestens 32 Zeichen",
  BASE_URL: "öffentliche Adresse von Amtsweg, zum Beispiel https://amtsweg.example",
} as const;

/** Settings of `amtsweg serve`; names everything that is missing at once. */
export function readServeConfig(env: Env): ServeConfig {
  const missing = Object.entries(needed).filter(([name]) => !env[name]);
  if (missing.length > 0)
    throw new ConfigError(
      `Amtsweg startet nicht. Es fehlt:\n${missing.map(([name, text]) => `  ${name}: ${text}`).join("\n")}`,
    );
  const sessionSecret = env["SESSION_SECRET"] ?? "";
  if (sessionSecret.length < 32) throw new ConfigError("SESSION_SECRET muss mindestens 32 Zeichen haben.");
  const baseUrl = (env["BASE_URL"] ?? "").replace(/\/+$/, "");
  if (!/^https?:\/\/[^/]+$/.test(baseUrl))
    throw new ConfigError(`BASE_URL muss mit http:// oder https:// beginnen und keinen Pfad haben: »${baseUrl}«.`);
  const issuer = env["OIDC_ISSUER"] ?? "";
  if (!URL.canParse(issuer) || !/^https?:/.test(issuer))
    throw new ConfigError(`OIDC_ISSUER muss die Adresse des Anmeldedienstes sein, ist aber »${issuer}«.`);
  return {
    port: readPort(env),
    stopWithinMs: readStopWithin(env),
    baseUrl,
    databaseUrl: env["DATABASE_URL"] ?? "",
    ownerDatabaseUrl: env["DATABASE_OWNER_URL"],
    sessionSecret,
    oidc: {
      issuer,
      clientId: env["OIDC_CLIENT_ID"] ?? "",
      clientSecret: env["OIDC_CLIENT_SECRET"],
    },
  };
}

/** Settings of `amtsweg demo`. The demo has a sign-in without password, hence never a database of somebody else. */
export function readDemoConfig(env: Env): DemoConfig {
  if (env["DATABASE_URL"])
    throw new ConfigError(
      "Die Demo läuft nur mit der eingebauten Datenbank. Entfernen Sie DATABASE_URL oder starten Sie »amtsweg serve«.",
    );
  const dataDir = resolve(env["AMTSWEG_DATA_DIR"] ?? "amtsweg-data");
  return { port: readPort(env), dataDir, stopWithinMs: readStopWithin(env) };
}
