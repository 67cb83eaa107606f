/**
 * A copy of the packaged programs inside the data folder, for packages that the server's account cannot read (below a
 * home folder of mode 0700) or whose library links cannot be made (read-only package folder). About 60 MB.
 */
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { makeLibraryLinks } from "./library-links.ts";

/** Returns the folder of the copy; an earlier copy of the same version is used again, others are deleted. */
export function copyPrograms(packageFolder: string, version: string, dataFolder: string): string {
  const copies = join(dataFolder, "programs");
  const wanted = join(copies, version);
  if (existsSync(wanted)) return wanted;
  deleteProgramCopies(dataFolder);
  makeReadableFolder(copies);
  const fresh = join(copies, "new");
  makeReadableFolder(fresh);
  copyReadable(join(packageFolder, "native"), join(fresh, "native"));
  makeLibraryLinks(fresh);
  renameSync(fresh, wanted);
  return wanted;
}

export function deleteProgramCopies(dataFolder: string): void {
  rmSync(join(dataFolder, "programs"), { recursive: true, force: true });
}

function makeReadableFolder(folder: string): void {
  mkdirSync(folder);
  chmodSync(folder, 0o755);
}

function copyReadable(from: string, to: string): void {
  makeReadableFolder(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyReadable(source, target);
    if (!entry.isFile()) continue;
    copyFileSync(source, target);
    chmodSync(target, statSync(source).mode & 0o100 ? 0o755 : 0o644);
  }
}
