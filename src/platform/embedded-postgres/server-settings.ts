/**
 * The settings the server gets on its command line. A caller may change any but the few that keep the server private
 * to its folder; and the log must never hold what a statement carried, because that is personal data.
 */
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { PORT } from "./address.ts";

export type ServerSettings = Readonly<Record<string, string>>;

/** The session zone is fixed so that SQL which silently depends on the machine's zone shows in tests. */
const ZONES: ServerSettings = { timezone: "UTC", log_timezone: "Europe/Berlin" };
const QUIET_LOG: ServerSettings = { log_error_verbosity: "terse", log_min_error_statement: "panic" };
const NOT_DURABLE: ServerSettings = { fsync: "off", full_page_writes: "off", synchronous_commit: "off" };
const FIXED = [
  "listen_addresses",
  "unix_socket_directories",
  "unix_socket_permissions",
  "port",
  "data_directory",
  "logging_collector",
];

export function serverArguments(
  cluster: string,
  socketFolder: string,
  durable: boolean,
  extra: ServerSettings,
): string[] {
  const settings: ServerSettings = {
    ...ZONES,
    ...QUIET_LOG,
    ...(durable ? {} : NOT_DURABLE),
    ...checked(extra),
    listen_addresses: "",
    port: String(PORT),
    // A list in SQL's quoting: a comma in the path would otherwise end it.
    unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: "0700",
  };
  return ["-D", cluster, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}

function checked(extra: ServerSettings): ServerSettings {
  const refused = Object.keys(extra).filter((name) => FIXED.includes(name.toLowerCase()));
  if (refused.length === 0) return extra;
  throw new EmbeddedPostgresError(
    "start-failed",
    `Diese Einstellungen der mitgelieferten Datenbank sind fest: ${refused.join(", ")}.`,
  );
}
