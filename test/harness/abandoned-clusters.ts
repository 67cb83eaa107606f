/** Clears what killed test runs left behind: their servers and their folders. Must never touch a run that still lives. */
import { existsSync, globSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { livingHolder } from "../../src/platform/embedded-postgres/folder-lock.ts";
import { endOrphan } from "../../src/platform/embedded-postgres/orphan.ts";

/** A run names itself in its folder well within this time. */
const GRACE_MS = 10 * 60_000;

export async function clearAbandonedClusters(pattern: string): Promise<void> {
  for (const folder of globSync(join(tmpdir(), pattern))) {
    // Another run may have removed its folder since it was listed.
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age < GRACE_MS || livingHolder(folder)) continue;
    const cluster = join(folder, "cluster");
    if (existsSync(cluster)) await endOrphan(cluster, () => undefined);
    rmSync(folder, { recursive: true, force: true });
  }
}
