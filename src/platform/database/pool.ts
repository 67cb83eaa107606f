/** The connection pool. Days come back as ISO text, so that no time zone can move a legal date. */
import pg from "pg";

const date = 1082;
const bigint = 20;
pg.types.setTypeParser(date, (text) => text);
pg.types.setTypeParser(bigint, Number);

export type Pool = pg.Pool;
export type Client = pg.PoolClient;

/**
 * Opens a pool. An idle connection that the server closes is logged, not fatal, and not even said while the pool ends.
 * Queries of one connection are sent without waiting for the one before and run in that order; after one that fails
 * inside a transaction the others fail too.
 */
export function openPool(connectionString: string, max = 20): Pool {
  const pool = new pg.Pool({ connectionString, max, application_name: "amtsweg", pipeline: true });
  const lost = (error: Error): void => {
    if (!pool.ending) console.error(`Datenbankverbindung verloren: ${error.message}`);
  };
  pool.on("error", lost);
  pool.on("connect", (client) => client.on("error", lost));
  return pool;
}

/** What is asked of this connection until the program waits leaves with one write, which costs as much as a small query. */
export function together(client: Client): Client {
  const { stream } = client.connection;
  if (stream.writableCorked > 0) return client;
  stream.cork();
  process.nextTick(() => stream.uncork());
  return client;
}

/** Calls `work` with a pool of at most `max` connections and closes it, whatever becomes of the work. */
export async function withPool<T>(connectionString: string, max: number, work: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = openPool(connectionString, max);
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}
