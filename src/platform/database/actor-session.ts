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
import { type Client, type Pool, together } from "./pool.ts";
import { statementOf } from "./prepared.ts";

export type ActorSession = {
  db: Kysely<Schema>;
  query: (text: string, values: unknown[]) => Promise<pg.QueryResult>;
  commit: () => Promise<void>;
  /** Commits, gives its locks away and only then waits for the disk. What it resolves to may be told to anybody. */
  commitThenFlush: () => Promise<void>;
  rollback: () => Promise<void>;
  /** Gives the connection with its transaction away; whoever takes it ends that transaction. */
  handOver: () => Promise<Client | undefined>;
};

/**
 * A row that everybody needs, such as the head of a journal chain, would otherwise stay locked while the disk turns, and
 * no two commits of an authority could share one flush. This writes a record of no meaning behind the commit, and its own
 * commit waits as the server is set: for the disk, and for a synchronous standby.
 */
const flushSql = "select pg_logical_emit_message(true, 'amtsweg', '')";

const quoted = pg.escapeLiteral;

const beginAs = (actor: Actor): string =>
  `begin; select set_config('amtsweg.authority', ${quoted(actor.authorityId)}, true), ` +
  `set_config('amtsweg.role', ${quoted(actor.role)}, true), set_config('amtsweg.officer', ${quoted(actor.officerId)}, true)`;

class AbortedTransaction extends Error {
  constructor() {
    super("transaction was aborted");
  }
}

type Open = { client: Client; begun: Promise<unknown> };

/**
 * Connects at the first query, not before. Begin, queries and end travel together wherever nobody waits between them.
 * With `before` it is a single transaction on the connection of that session: what comes after its end is refused, so
 * that work which still runs when another part of it has failed begins nothing new.
 */
export function openActorSession(pool: Pool, actor: Actor, before?: ActorSession): ActorSession {
  let open: Promise<Open> | undefined;
  let isOver = false;

  const connect = async (): Promise<Open> => {
    const taken = await before?.handOver();
    const client = taken ?? (await pool.connect());
    return { client, begun: together(client).query(taken ? `commit; ${beginAs(actor)}` : beginAs(actor)) };
  };

  const query = async (text: string, values: unknown[]): Promise<pg.QueryResult> => {
    if (isOver) throw new Error("the transaction is over");
    const { client, begun } = await (open ??= connect());
    const [, result] = await Promise.all([begun, together(client).query(statementOf(text, values))]);
    return result;
  };

  const close = async (): Promise<Open | undefined> => {
    const closing = open;
    open = undefined;
    isOver = before !== undefined;
    return closing?.catch(() => undefined);
  };

  const end = async (...commands: readonly string[]): Promise<void> => {
    const ending = await close();
    if (!ending) return;
    const { client, begun } = ending;
    try {
      const [, ...results] = await Promise.all([begun, ...commands.map((command) => together(client).query(command))]);
      client.release();
      if (commands.includes("commit") && results.some(({ command }) => command === "ROLLBACK"))
        throw new AbortedTransaction();
    } catch (error) {
      if (!(error instanceof AbortedTransaction)) client.release(true);
      throw error;
    }
  };

  return {
    db: new Kysely<Schema>({ dialect: dialectOver(query) }),
    query,
    commit: () => end("commit"),
    commitThenFlush: () => end("set local synchronous_commit = off", "commit", flushSql),
    rollback: () => end("rollback"),
    handOver: async () => (await close())?.client,
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
