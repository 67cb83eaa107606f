/** Makes the library links (`libpq.so.5` and the like) that the package's install script, which never runs, would have made. */
import { readFileSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { systemCode } from "./embedded-postgres-error.ts";

type Link = { source: string; target: string };

/** Silent where the folder is read-only: the probe that follows shows whether the programs run all the same. */
export function makeLibraryLinks(packageFolder: string): void {
  const links = JSON.parse(readFileSync(join(packageFolder, "native/pg-symlinks.json"), "utf8")) as Link[];
  for (const { source, target } of links) {
    try {
      symlinkSync(basename(source), join(packageFolder, target));
    } catch (error) {
      if (!["EEXIST", "EACCES", "EPERM", "EROFS"].includes(systemCode(error))) throw error;
    }
  }
}
