/** Where the files that belong to the program lie: migrations, reference data, templates, bundled scripts. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

function findRoot(): string {
  if (process.env["AMTSWEG_ROOT"]) return process.env["AMTSWEG_ROOT"];
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}

/** Absolute path of a file of the program, for example `programFile("migrations")`. */
export const programFile = (...parts: string[]): string => join(findRoot(), ...parts);

/** The version of the program, from package.json. */
export const programVersion = (): string =>
  (JSON.parse(readFileSync(programFile("package.json"), "utf8")) as { version: string }).version;
