/**
 * One transaction in the name of one actor: the settings that row-level security asks for are set before the first
 * query. Reads and changes both run through it, so no query can run without an actor.
 */
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from "kysely";
import pg from "pg";
import type { Actor } from "../actor.ts";
import type { Schema } from "../schema.generated.ts";
import type { Client, Pool } from "./pool.ts";

export type ActorSession = {
  db: Kysely<Schema>;
  /** True once a query has run. */
  isOpen: () => boolean;
  query: (text: string, values: unknown[]) => Promise<pg.QueryResult>;
  commit: () => Promise<void>;
  rollback: () => Promise<void>;
};

const quoted = pg.escapeLiteral;

const beginAs = (actor: Actor): string =>
  `begin; select set_config('amtsweg.authority', ${quoted(actor.authorityId)}, true), ` +
  `set_config('amtsweg.role', ${quoted(actor.role)}, true), set_config('amtsweg.officer', ${quoted(actor.officerId)}, true)`;

/** Connects at the first query, not before. */
export function openActorSession(pool: Pool, actor: Actor): ActorSession {
  let client: Promise<Client> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const connect = async (): Promise<Client> => {
    const fresh = await pool.connect();
    try {
      await fresh.query(beginAs(actor));
      return fresh;
    } catch (error) {
      fresh.release(true);
      throw error;
    }
  };

  // One connection answers one query at a time; queries of the same page wait in line here.
  const query = (text: string, values: unknown[]): Promise<pg.QueryResult> => {
    const run = last.then(async () => (await (client ??= connect())).query(text, values));
    last = run.catch(() => undefined);
    return run;
  };

  const end = async (command: "commit" | "rollback"): Promise<void> => {
    await last;
    if (!client) return;
    const open = client;
    client = undefined;
    const connection = await open.catch(() => undefined);
    if (!connection) return;
    try {
      const result = await connection.query(command);
      connection.release();
      if (command === "commit" && result.command === "ROLLBACK") throw new Error("transaction was aborted");
    } catch (error) {
      if (command === "rollback" || !(error instanceof Error && error.message === "transaction was aborted"))
        connection.release(true);
      throw error;
    }
  };

  return {
    db: new Kysely<Schema>({ dialect: dialectOver(query) }),
    isOpen: () => client !== undefined,
    query,
    commit: () => end("commit"),
    rollback: () => end("rollback"),
  };
}

type Query = ActorSession["query"];

function dialectOver(query: Query): Dialect {
  const connection: DatabaseConnection = {
    async executeQuery<R>(compiled: CompiledQuery): Promise<QueryResult<R>> {
      const result = await query(compiled.sql, [...compiled.parameters]);
      return { rows: result.rows, numAffectedRows: BigInt(result.rowCount ?? 0) };
    },
    // eslint-disable-next-line require-yield
    async *streamQuery() {
      throw new Error("streaming is not part of an actor session");
    },
  };
  const never = async (): Promise<never> => {
    throw new Error("the actor session is already a transaction");
  };
  return {
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createDriver: () => ({
      init: async () => undefined,
      acquireConnection: async () => connection,
      beginTransaction: never,
      commitTransaction: never,
      rollbackTransaction: never,
      releaseConnection: async () => undefined,
      destroy: async () => undefined,
    }),
  };
}
