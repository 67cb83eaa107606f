/** Starts the packaged PostgreSQL on one data folder, reachable only through a unix socket in a folder of mode 0700. */
import { existsSync } from "node:fs";
import { type AddressOf, addressesAt, PORT, SUPERUSER } from "./address.ts";
import { assertVersion } from "./cluster-version.ts";
import { type DataFolder, notWritable, prepareDataFolder } from "./data-folder.ts";
import { assertSameDurability } from "./durability.ts";
import { systemCode } from "./embedded-postgres-error.ts";
import { lockFolder } from "./folder-lock.ts";
import { makeCluster } from "./make-cluster.ts";
import { endOrphan } from "./orphan.ts";
import { packageVersion, usablePrograms } from "./programs.ts";
import { type CrashReports, keepRunning } from "./keep-running.ts";
import { type Server, startServer } from "./server.ts";
import { serverArguments, type ServerSettings } from "./server-settings.ts";
import { makeSocketFolder } from "./socket-folder.ts";

export type EmbeddedPostgresOptions = CrashReports & {
  /** False only for tests: nothing is flushed. A folder stays what it was made as. */
  durable?: boolean;
  /** PostgreSQL settings, for instance { work_mem: "16MB" }. */
  settings?: ServerSettings;
  /** Gets what the operator should know, in German, a line at a time. */
  log?: (line: string) => void;
  /** Called once, when processes of PostgreSQL are at work and this one would only wait. */
  onWaiting?: (waiting: Waiting) => void;
};

/** The addresses answer once the server runs. `isNew`: its cluster is only being made. */
export type Waiting = { addressOf: AddressOf; isNew: boolean };

export type EmbeddedPostgres = {
  /** The socket folder. */
  host: string;
  port: number;
  superuser: string;
  /** For node-postgres; without a user the superuser. */
  connectionString: AddressOf;
  /** "18.4" */
  version: string;
  /** Another one after a crash. */
  readonly pid: number;
  stop(): Promise<void>;
};

/** Throws `EmbeddedPostgresError` with a German message where the folder, the machine or the version does not allow it. */
export async function startEmbeddedPostgres(
  dataDir: string,
  options: EmbeddedPostgresOptions = {},
): Promise<EmbeddedPostgres> {
  const folder = prepareDataFolder(dataDir);
  const lock = await lockFolder(folder.path);
  try {
    return await startLocked(folder, options, () => lock.release());
  } catch (error) {
    lock.release();
    throw DENIALS.includes(systemCode(error)) ? notWritable(folder.path, error) : error;
  }
}

/** For instance files that root left in a user's folder. */
const DENIALS = ["EACCES", "EPERM", "EROFS"];

async function startLocked(
  folder: DataFolder,
  options: EmbeddedPostgresOptions,
  release: () => void,
): Promise<EmbeddedPostgres> {
  const { durable = true, settings = {}, log = () => undefined, onWaiting = () => undefined } = options;
  assertVersion(folder.cluster);
  assertSameDurability(folder, durable);
  const isNew = !existsSync(folder.cluster);
  if (isNew) log(`Der Datenordner ${folder.path} wird angelegt.`);
  else await endOrphan(folder.cluster, log);
  const programs = await usablePrograms(folder);
  const socket = makeSocketFolder(folder);
  const addressOf = addressesAt(socket.path);
  const args = serverArguments(folder.cluster, socket.path, durable, settings);
  const begin = (): Promise<Server> => startServer(folder, programs.postgres, args);
  const started = isNew ? makeCluster(folder, programs.initdb, durable).then(begin) : begin();
  onWaiting({ addressOf, isNew });
  const first = await started.catch((error: unknown) => {
    socket.remove();
    throw error;
  });
  const kept = keepRunning(first, options, async () => {
    await endOrphan(folder.cluster, log);
    return begin();
  });
  let stopping: Promise<void> | undefined;
  return {
    host: socket.path,
    port: PORT,
    superuser: SUPERUSER,
    connectionString: addressOf,
    version: packageVersion().split(".").slice(0, 2).join("."),
    get pid() {
      return kept.current().pid;
    },
    stop: () =>
      (stopping ??= kept.stop().then(() => {
        socket.remove();
        release();
      })),
  };
}
