/** The least that PostgreSQL needs to tell another session: NOTIFY on one connection, LISTEN on another, nothing else. */
import pg from "pg";

export type Baseline = { round: () => Promise<{ fromSent: number; fromAnswer: number }>; close: () => Promise<void> };

export async function openBaseline(databaseUrl: string): Promise<Baseline> {
  const [teller, listener] = [0, 1].map(() => new pg.Client({ connectionString: databaseUrl }));
  if (!teller || !listener) throw new Error("two connections");
  await Promise.all([teller.connect(), listener.connect()]);
  await listener.query("listen bench");
  return {
    round: async () => {
      const heard = new Promise<number>((done) => listener.once("notification", () => done(performance.now())));
      const sent = performance.now();
      await teller.query("notify bench, 'x'");
      const answered = performance.now();
      const at = await heard;
      return { fromSent: at - sent, fromAnswer: at - answered };
    },
    close: async () => void (await Promise.all([teller.end(), listener.end()])),
  };
}
