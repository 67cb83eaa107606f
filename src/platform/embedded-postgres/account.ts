/**
 * The operating system account PostgreSQL runs under: our own, or, because PostgreSQL refuses to run as root, the owner
 * of the existing cluster or `nobody`. Must never change the owner of anything the launcher did not make itself.
 */
import { chownSync, statSync } from "node:fs";

/** What `spawn` takes; empty = the account of this process. */
export type Account = { uid?: number; gid?: number };

const NOBODY = 65_534;

export function accountFor(clusterFolder: string): Account {
  if (process.getuid?.() !== 0) return {};
  const owner = statSync(clusterFolder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return { uid: NOBODY, gid: NOBODY };
}

export function giveTo(account: Account, path: string): void {
  if (account.uid !== undefined && account.gid !== undefined) chownSync(path, account.uid, account.gid);
}
