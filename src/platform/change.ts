/**
 * The only door to writing. State, journal, jobs and announcements are committed together or not at all;
 * a change that recorded nothing in the journal keeps nothing.
 */
import type { CompiledQuery, Kysely } from "kysely";
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
  /** Sends a write whose answer says nothing, and waits for it only where the change is kept: it is kept whole or not at all. */
  send: (write: { compile: () => CompiledQuery }) => void;
  record: (entry: JournalEntry, jobs?: Job[]) => void;
  /** Tells open pages after the commit; the text is a topic such as `request:ID`, never personal data. */
  announce: (topic: string) => void;
};

const hasCode = (error: unknown, ...codes: readonly unknown[]): boolean =>
  error instanceof Error && "code" in error && codes.includes(error.code);

const isTransient = (error: unknown): boolean => hasCode(error, "40001", "40P01");

/** After a statement that failed all others fail too, and say only that. */
const isAftermath = (error: unknown): boolean => hasCode(error, "25P02");

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
  const sent: Promise<unknown>[] = [];
  const send = (answer: Promise<unknown>): void => {
    // Heard below, once for all.
    answer.catch(() => undefined);
    sent.push(answer);
  };
  const change: Change = {
    actor,
    db: readOnly(session.db),
    trx: session.db,
    send: (write) => {
      const { sql, parameters } = write.compile();
      send(session.query(sql, [...parameters]));
    },
    record: (entry, more = []) => {
      entries.push(entry);
      jobs.push(...more);
    },
    announce: (topic) => announcements.push(topic),
  };
  try {
    send(first(session));
    const result = await work(change);
    if (entries.length === 0) {
      await Promise.all(sent);
      await session.rollback();
      return result;
    }
    await Promise.all([...sent, recordAndCommit(session, actor, { entries, jobs, announcements })]);
    kept();
    return result;
  } catch (error) {
    await session.rollback().catch(() => undefined);
    throw isAftermath(error) ? await firstFailure(sent, error) : error;
  }
}

async function firstFailure(sent: readonly Promise<unknown>[], otherwise: unknown): Promise<unknown> {
  const failed = (await Promise.allSettled(sent)).find(({ status }) => status === "rejected");
  return failed?.status === "rejected" ? failed.reason : otherwise;
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
