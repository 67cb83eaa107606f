/**
 * What a request, a job or a command may use. `db` can only read; every write goes through `change`.
 * Reads of person data are noted, and the note is committed before the answer leaves (§ 76 BDSG): no note, no answer.
 */
import { type Day, dayInGermany } from "../kernel/day.ts";
import type { Actor } from "./actor.ts";
import { type Change, type Db, readOnly, runChange } from "./change.ts";
import { type ActorSession, openActorSession } from "./database/actor-session.ts";
import type { Pool } from "./database/pool.ts";
import { HttpProblem } from "./http/problem.ts";

/** One read of person data: what was read (page or list), of which case, to what end. */
export type AccessNote = { what: string; purpose: string; caseId?: string; ownerId?: string; hits?: number };

export type IdempotencyKey = { key: string; hash: Buffer };

export type Context = {
  actor: Actor;
  now: Date;
  today: Day;
  db: Db;
  change: <T>(work: (change: Change) => Promise<T>) => Promise<T>;
  noteAccess: (note: AccessNote) => void;
  /** Writes the access notes and ends the reading transaction; the answer leaves only after this. */
  finish: () => Promise<void>;
  /** Ends the reading transaction after an error; nothing was shown, so nothing is noted. */
  abandon: () => Promise<void>;
  /** The next change stores this key with its commit; a key that is there already refuses the change. */
  useIdempotencyKey: (key: IdempotencyKey) => void;
};

const noteSql = `insert into access_log (officer_id, authority_id, role, owner_id, case_id, what, purpose, hits)
  select $1, $2, $3, n.owner_id, n.case_id, n.what, n.purpose, n.hits
  from unnest($4::text[], $5::uuid[], $6::text[], $7::text[], $8::int[]) n(owner_id, case_id, what, purpose, hits)`;

const writeNotes = async (session: ActorSession, actor: Actor, notes: readonly AccessNote[]): Promise<unknown> =>
  notes.length > 0 &&
  session.query(noteSql, [
    actor.officerId,
    actor.authorityId,
    actor.role,
    notes.map((note) => note.ownerId ?? null),
    notes.map((note) => note.caseId ?? null),
    notes.map((note) => note.what),
    notes.map((note) => note.purpose),
    notes.map((note) => note.hits ?? 1),
  ]);

export function createContext(pool: Pool, actor: Actor, now: Date): Context {
  const session = openActorSession(pool, actor);
  const notes: AccessNote[] = [];
  let idempotencyKey: IdempotencyKey | undefined;

  return {
    actor,
    now,
    today: dayInGermany(now),
    db: readOnly(session.db),
    // The reading transaction ends first: a request never holds two connections, so the pool cannot starve itself.
    // Notes of what was read go with the change; if it keeps nothing, they are still there for `finish`.
    change: (work) => {
      const key = idempotencyKey;
      const pending = [...notes];
      return runChange(
        {
          pool,
          actor,
          before: session,
          first: (own) => writeNotes(own, actor, pending),
          kept: () => void notes.splice(0, pending.length),
        },
        key ? (change) => once(change, key, work) : work,
      );
    },
    noteAccess: (note) => notes.push(note),
    finish: async () => void (await Promise.all([writeNotes(session, actor, notes.splice(0)), session.commit()])),
    abandon: () => session.rollback(),
    useIdempotencyKey: (key) => (idempotencyKey = key),
  };
}

/** Two equal requests at the same moment: the second waits for the first to commit and is then refused by the key. */
async function once<T>(
  change: Change,
  { key, hash }: IdempotencyKey,
  work: (change: Change) => Promise<T>,
): Promise<T> {
  const row = { officer_id: change.actor.officerId, key, request_hash: hash };
  const added = await change.trx
    .insertInto("idempotency_key")
    .values(row)
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  if (Number(added.numInsertedOrUpdatedRows) === 0)
    throw new HttpProblem(
      409,
      "schon ausgeführt",
      "Diese Anfrage wurde bereits ausgeführt. Bitte die Antwort noch einmal abfragen.",
    );
  return work(change);
}
