/** Starts the packaged PostgreSQL on one data folder, reachable only through a unix socket in a folder of mode 0700. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, openSync, closeSync, readFileSync, existsSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { accountFor, giveTo } from "./account.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { makeLibraryLinks, packageFolder, programsIn } from "./programs.ts";

export type EmbeddedPostgresOptions = {
  durable?: boolean;
  settings?: Record<string, string>;
  log?: (line: string) => void;
};

export type EmbeddedPostgres = {
  host: string;
  port: number;
  superuser: string;
  connectionString(database: string, user?: string): string;
  version: string;
  pid: number;
  stop(): Promise<void>;
};

export async function startEmbeddedPostgres(
  dataDir: string,
  options: EmbeddedPostgresOptions = {},
): Promise<EmbeddedPostgres> {
  const folder = resolve(dataDir);
  const cluster = join(folder, "cluster");
  const host = join(folder, "socket");
  mkdirSync(folder, { recursive: true });
  const account = accountFor(cluster);
  giveTo(account, folder);
  chmodSync(folder, 0o700);
  mkdirSync(host, { recursive: true, mode: 0o700 });
  giveTo(account, host);
  const pkg = packageFolder();
  makeLibraryLinks(pkg);
  const programs = programsIn(pkg);
  const env = { PATH: process.env["PATH"] ?? "", LANG: "C" };
  if (!existsSync(cluster)) {
    const fresh = join(folder, "cluster.new");
    rmSync(fresh, { recursive: true, force: true });
    const args = ["-D", fresh, "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--locale-provider=icu"];
    args.push("--icu-locale=de-DE", "--auth=trust", "--no-instructions");
    if (options.durable === false) args.push("--no-sync");
    const made = spawnSync(programs.initdb, args, { ...account, env, cwd: folder, encoding: "utf8" });
    if (made.status !== 0) throw new EmbeddedPostgresError("start-failed", `initdb: ${made.stderr}`, made.error);
    renameSync(fresh, cluster);
  }
  const settings: Record<string, string> = {
    listen_addresses: "",
    unix_socket_directories: host,
    unix_socket_permissions: "0700",
    ...(options.durable === false ? { fsync: "off", full_page_writes: "off", synchronous_commit: "off" } : {}),
    ...options.settings,
  };
  const args = ["-D", cluster, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
  const logFile = openSync(join(folder, "postgres.log"), "a", 0o600);
  const child = spawn(programs.postgres, args, {
    ...account,
    env,
    cwd: folder,
    detached: true,
    stdio: ["ignore", logFile, logFile],
  });
  closeSync(logFile);
  await ready(child, cluster);
  const version = spawnSync(programs.postgres, ["--version"], { ...account, env, encoding: "utf8" }).stdout.trim();
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once("exit", done));
    child.kill("SIGINT");
    await ended;
  };
  return {
    host,
    port: 5432,
    superuser: "postgres",
    connectionString: (database, user = "postgres") =>
      `postgresql://${encodeURIComponent(user)}@/${encodeURIComponent(database)}?host=${encodeURIComponent(host)}&port=5432`,
    version: version.replace(/^.*\) /, ""),
    pid: child.pid ?? 0,
    stop,
  };
}

async function ready(child: ChildProcess, cluster: string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new EmbeddedPostgresError("start-failed", "PostgreSQL endete beim Start.");
    const file = join(cluster, "postmaster.pid");
    const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
    if (lines[0] === String(child.pid) && lines[7]?.trim() === "ready") return;
    await pause(10);
  }
}
