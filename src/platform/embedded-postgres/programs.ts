/** Finds initdb and postgres in the npm package for this platform. Must never download anything. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { DataFolder } from "./data-folder.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { makeLibraryLinks } from "./library-links.ts";
import { copyPrograms, deleteProgramCopies } from "./programs-copy.ts";
import { runProgram } from "./run-program.ts";

export type Programs = { initdb: string; postgres: string };

export function packageFolder(platform: string = process.platform, arch: string = process.arch): string {
  if (platform === "win32") throw unsupported();
  const name = `@embedded-postgres/${platform}-${arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), "..");
  } catch (cause) {
    throw new EmbeddedPostgresError(
      "programs-missing",
      `Die mitgelieferte Datenbank fehlt: Das Paket ${name} ist nicht installiert. ` +
        "Führen Sie „npm ci“ aus, oder setzen Sie DATABASE_URL auf einen eigenen PostgreSQL-Server.",
      cause,
    );
  }
}

/** Node reaches no unix socket on Windows, and TCP would need a password and TLS. */
function unsupported(): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    "platform-unsupported",
    "Die mitgelieferte Datenbank läuft nicht unter Windows. Setzen Sie DATABASE_URL auf einen PostgreSQL-Server, " +
      "oder betreiben Sie Amtsweg unter Linux (auch im Windows-Subsystem für Linux).",
  );
}

/** "18.4.0-beta.17": PostgreSQL 18.4. */
export function packageVersion(folder = packageFolder()): string {
  return (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string }).version;
}

/** Programs that the server's account can really run: those of the package, else a readable copy in the data folder. */
export async function usablePrograms(folder: DataFolder, source = packageFolder()): Promise<Programs> {
  makeLibraryLinks(source);
  const packaged = programsIn(source);
  if ((await runProgram(packaged.postgres, ["--version"], folder.account)).succeeded) {
    deleteProgramCopies(folder.path);
    return packaged;
  }
  const copied = programsIn(copyPrograms(source, packageVersion(source), folder.path));
  const probe = await runProgram(copied.postgres, ["--version"], folder.account);
  if (probe.succeeded) return copied;
  throw new EmbeddedPostgresError(
    "programs-missing",
    `Die mitgelieferte Datenbank lässt sich nicht ausführen, weder in ${source} noch als Kopie in ${folder.path}: ${probe.output}`,
  );
}

function programsIn(folder: string): Programs {
  return { initdb: join(folder, "native/bin/initdb"), postgres: join(folder, "native/bin/postgres") };
}
