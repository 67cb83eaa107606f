/**
 * Live updates: one LISTEN connection a process, fanned out to the open pages. A topic names a thing (`request:ID`),
 * never a person; the page then asks for its own region again and so sees only what it may. The connection is asked again
 * and again: one that broke without a word (a cut line, a switched address) would otherwise bring no stop, and nobody knew.
 */
import pg from "pg";
import { createListeners, type Listeners } from "./listeners.ts";

export type LiveHub = {
  subscribe: Listeners["add"];
  /** Everybody who listens, now or later, is told that another process goes on. */
  sendAway: Listeners["sendAway"];
  /** First row of a reading statement on this connection, in nobody's name; fails when there is no connection. */
  ask: (sql: string) => Promise<Record<string, unknown> | undefined>;
  close: () => Promise<void>;
};

/** `from`: there is no database before. */
type HubTimes = { reconnectMs?: number; beatMs?: number; silentMs?: number; from?: Promise<unknown> | undefined };

/** Opens the hub; a lost connection is opened again, and every page is told to look (`*`) because it may have missed something. */
export function openLiveHub(
  connectionString: string,
  { reconnectMs = 1000, beatMs = 5000, silentMs = 10_000, from }: HubTimes = {},
): LiveHub {
  const listeners = createListeners();
  let client: pg.Client | undefined;
  let waiting: NodeJS.Timeout | undefined;
  let closed = false;

  // One attempt at a time: a failed one reports twice, by its error and by its end.
  const later = (): void => {
    if (closed || waiting) return;
    waiting = setTimeout(() => {
      waiting = undefined;
      void connect(false);
    }, reconnectMs);
  };

  const connect = async (isFirst: boolean): Promise<void> => {
    const fresh = new pg.Client({
      connectionString,
      application_name: "amtsweg live",
      connectionTimeoutMillis: silentMs,
      // In this mode a statement without an answer ends the connection, and its end asks for another.
      pipeline: true,
      query_timeout: silentMs,
    });
    client = fresh;
    fresh.on("notification", ({ payload }) => payload && listeners.tell(payload));
    fresh.on("error", () => undefined);
    fresh.on("end", () => client === fresh && later());
    try {
      await fresh.connect();
      await fresh.query("listen amtsweg");
      if (closed) await fresh.end();
      else if (!isFirst) listeners.tellAllToLook();
    } catch {
      later();
    }
  };

  const ask: LiveHub["ask"] = async (sql) => {
    if (!client) throw new Error("the hub has no connection");
    return (await client.query(sql)).rows[0];
  };

  const begin = async (): Promise<void> => {
    await from;
    if (!closed) await connect(true);
  };
  void begin().catch(() => undefined);
  const beating = setInterval(() => void ask("select 1").catch(() => undefined), beatMs);
  beating.unref();

  return {
    ask,
    subscribe: listeners.add,
    sendAway: listeners.sendAway,
    close: async () => {
      closed = true;
      clearTimeout(waiting);
      clearInterval(beating);
      await client?.end().catch(() => undefined);
    },
  };
}
