/**
 * The only door to writing. State, journal, jobs and announcements are committed together or not at all;
 * a change that recorded nothing in the journal keeps nothing.
 */
import type { Kysely } from "kysely";
import type { ReadonlyKysely } from "kysely/readonly";
import type { Actor } from "./actor.ts";
import { type ActorSession, openActorSession } from "./database/actor-session.ts";
import type { Pool } from "./database/pool.ts";
import type { Schema } from "./schema.generated.ts";

/** Something that happened, for the journal. `data` names facts and ids, never the content of documents. */
export type JournalEntry = {
  /** The hash chain: the authority that owns the case; without a case the actor's own. */
  chain?: string;
  /** What it happened to, as `kind:id`, for example `measure:0190…`. */
  subject: string;
  caseId?: string;
  /** Past tense, for example `legalEventRecorded`. */
  event: string;
  data?: Record<string, unknown>;
};

export type Job = { name: string; payload: Record<string, unknown>; runAt?: Date; key?: string };

/** Reading half of a connection; query functions that only read take this. */
export type Db = ReadonlyKysely<Schema>;

// The same connection with the writing half hidden from the compiler.
export const readOnly = (db: Kysely<Schema>): Db => db as unknown as Db;

export type Change = {
  actor: Actor;
  /** Reads inside the change. */
  db: Db;
  trx: Kysely<Schema>;
  record: (entry: JournalEntry, jobs?: Job[]) => void;
  /** Tells open pages after the commit; the text is a topic such as `request:ID`, never personal data. */
  announce: (topic: string) => void;
};

const isTransient = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "40001" || error.code === "40P01");

/** Where a change begins. */
export type ChangeStart = {
  pool: Pool;
  actor: Actor;
  /** The reading transaction before it: its connection is used on. */
  before: ActorSession;
  /** Written before everything else, in the same transaction. */
  first: (session: ActorSession) => Promise<unknown>;
  /** What `first` wrote is committed. */
  kept: () => void;
};

/** Runs the work; a deadlock or serialisation failure is tried again twice. */
export async function runChange<T>(start: ChangeStart, work: (change: Change) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await tryChange(start, work);
    } catch (error) {
      if (attempt === 3 || !isTransient(error)) throw error;
    }
  }
}

async function tryChange<T>(
  { pool, actor, before, first, kept }: ChangeStart,
  work: (change: Change) => Promise<T>,
): Promise<T> {
  const session = openActorSession(pool, actor, before);
  const entries: JournalEntry[] = [];
  const jobs: Job[] = [];
  const announcements: string[] = [];
  const change: Change = {
    actor,
    db: readOnly(session.db),
    trx: session.db,
    record: (entry, more = []) => {
      entries.push(entry);
      jobs.push(...more);
    },
    announce: (topic) => announcements.push(topic),
  };
  try {
    const began = Promise.allSettled([first(session)]);
    const result = await work(change);
    // The work rarely gets as far as here when its first statement failed; it never gets further.
    for (const failed of await began) if (failed.status === "rejected") throw failed.reason;
    if (entries.length === 0) {
      await session.rollback();
      return result;
    }
    await recordAndCommit(session, actor, { entries, jobs, announcements });
    kept();
    return result;
  } catch (error) {
    await session.rollback().catch(() => undefined);
    throw error;
  }
}

type Recorded = { entries: JournalEntry[]; jobs: Job[]; announcements: string[] };

async function recordAndCommit(session: ActorSession, actor: Actor, recorded: Recorded): Promise<void> {
  const lines = recorded.entries.map((entry) => ({
    chain: entry.chain ?? actor.authorityId,
    subject: entry.subject,
    caseId: entry.caseId,
    event: entry.event,
    data: JSON.stringify(entry.data ?? {}),
  }));
  // Together: the entry locks its chain for everybody until the commit, which must not wait for this process.
  await Promise.all([
    session.query("select app.record_change($1::jsonb, $2::jsonb, $3::text[])", [
      JSON.stringify(lines),
      JSON.stringify(recorded.jobs),
      [...new Set(recorded.announcements)],
    ]),
    session.commitThenFlush(),
  ]);
}
