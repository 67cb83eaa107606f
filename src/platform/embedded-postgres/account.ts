/**
 * The operating system account PostgreSQL runs under: our own, or, because PostgreSQL refuses to run as root, the owner
 * of the existing cluster or `nobody`. Must never change the owner of anything the launcher did not make itself.
 */
import { chownSync, realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** What `spawn` takes; empty = the account of this process. */
export type Account = { uid?: number; gid?: number };

const NOBODY = 65_534;

export function accountFor(cluster: string): Account {
  if (process.getuid?.() !== 0) return {};
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return { uid: NOBODY, gid: NOBODY };
}

/** Only for folders and files the launcher has just made. */
export function giveTo(account: Account, path: string): void {
  if (account.uid !== undefined && account.gid !== undefined) chownSync(path, account.uid, account.gid);
}

export function mayEnter(account: Account, folder: string): boolean {
  if (account.uid === undefined) return true;
  const { mode, uid, gid } = statSync(folder);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  return gid === account.gid ? (mode & 0o010) !== 0 : (mode & 0o001) !== 0;
}

/** The innermost folder above `path` that bars the account, for instance a home folder of mode 0700. */
export function barredAbove(account: Account, path: string): string | undefined {
  let folder = dirname(realpathSync(path));
  for (;;) {
    if (!mayEnter(account, folder)) return folder;
    const parent = dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
}
