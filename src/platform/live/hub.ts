/**
 * Live updates: one LISTEN connection a process, fanned out to the open pages. A topic names a thing (`request:ID`),
 * never a person; the page then asks for its own region again and so sees only what it may.
 */
import pg from "pg";

export type LiveHub = {
  subscribe: (topics: readonly string[], listener: (topic: string) => void) => () => void;
  close: () => Promise<void>;
};

/** Opens the hub; a lost connection is opened again, and every page is told to look (`*`) because it may have missed something. */
export function openLiveHub(connectionString: string, reconnectMs = 1000): LiveHub {
  const listeners = new Map<string, Set<(topic: string) => void>>();
  let client: pg.Client | undefined;
  let waiting: NodeJS.Timeout | undefined;
  let closed = false;

  const tell = (topic: string, told: string): void => {
    for (const listener of listeners.get(topic) ?? []) listener(told);
  };

  // One attempt at a time: a failed one reports twice, by its error and by its end.
  const later = (): void => {
    if (closed || waiting) return;
    waiting = setTimeout(() => {
      waiting = undefined;
      void connect(false);
    }, reconnectMs);
  };

  const connect = async (isFirst: boolean): Promise<void> => {
    const fresh = new pg.Client({ connectionString, application_name: "amtsweg live" });
    client = fresh;
    fresh.on("notification", ({ payload }) => payload && tell(payload, payload));
    fresh.on("error", () => undefined);
    fresh.on("end", () => client === fresh && later());
    try {
      await fresh.connect();
      await fresh.query("listen amtsweg");
      if (closed) await fresh.end();
      else if (!isFirst) for (const topic of listeners.keys()) tell(topic, "*");
    } catch {
      later();
    }
  };

  void connect(true);

  return {
    subscribe: (topics, listener) => {
      for (const topic of topics) {
        const set = listeners.get(topic) ?? new Set();
        listeners.set(topic, set.add(listener));
      }
      return () => {
        for (const topic of topics) {
          listeners.get(topic)?.delete(listener);
          if (listeners.get(topic)?.size === 0) listeners.delete(topic);
        }
      };
    },
    close: async () => {
      closed = true;
      clearTimeout(waiting);
      await client?.end().catch(() => undefined);
    },
  };
}
