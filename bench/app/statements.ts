/**
 * The bare SQL of a request: every statement the application sent while answering it, kept once, then sent again by a
 * plain client as the same database role with the same settings. Reads are repeated whole; of a write only what writes.
 */
import pg from "pg";
import { newId } from "../../src/kernel/id.ts";

/** With a name: the server keeps it prepared, for the application and for the repetition alike. */
export type Statement = { text: string; values: unknown[]; name?: string | undefined };

let listening: Statement[] | undefined;

const original = pg.Client.prototype.query as (...args: unknown[]) => unknown;

/** Every client of this process reports what it sends while `recorded` listens. */
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]): unknown {
  const [asked, values] = args;
  if (typeof asked === "string") listening?.push({ text: asked, values: Array.isArray(values) ? values : [] });
  else if (isStatement(asked)) listening?.push({ text: asked.text, values: asked.values, name: asked.name });
  return original.apply(this, args);
} as typeof pg.Client.prototype.query;

const isStatement = (asked: unknown): asked is Statement =>
  typeof asked === "object" && asked !== null && "text" in asked && "values" in asked && !("submit" in asked);

/** The statements of one request; nothing else may run meanwhile. */
export async function recorded(work: () => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = [];
  listening = sent;
  try {
    await work();
  } finally {
    listening = undefined;
  }
  return sent;
}

const isWrite = ({ text }: Statement): boolean =>
  /^(begin|commit|insert|update|delete)\b/i.test(text) ||
  text.includes("app.record_change") ||
  /for update$/i.test(text.trim());

// The application ends its reading and begins its change in one breath.
const endsReading = /^commit; (?=begin)/;

/** Only the transaction that writes: its begin with the settings, row locks, writes, record_change, commit. */
export function writesOf(statements: readonly Statement[]): Statement[] {
  const end = statements.findIndex(({ text }) => text.includes("app.record_change"));
  const begin = statements
    .slice(0, end)
    .findLastIndex(({ text }) => endsReading.test(text) || text.startsWith("begin"));
  const commit = statements.slice(end).findIndex(({ text }) => text === "commit") + end;
  return statements
    .slice(begin, commit + 1)
    .map((statement) => ({ ...statement, text: statement.text.replace(endsReading, "") }))
    .filter(isWrite);
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/** The same statements for other things: ids named in `ids` are exchanged, ids that were made new are made new again. */
export function forOther(
  statements: readonly Statement[],
  ids: ReadonlyMap<string, string>,
  kept: ReadonlySet<string>,
): Statement[] {
  const made = new Map(ids);
  const exchange = (text: string): string =>
    text.replace(uuid, (id) => {
      if (kept.has(id)) return id;
      const known = made.get(id);
      if (known) return known;
      const fresh = newId();
      made.set(id, fresh);
      return fresh;
    });
  const other = (value: unknown): unknown =>
    typeof value === "string" ? exchange(value) : Array.isArray(value) ? value.map(other) : value;
  return statements.map(({ text, values, name }) => ({
    text: text.startsWith("begin") ? text : exchange(text),
    values: values.map(other),
    name,
  }));
}

/** One statement after the other on one connection, as any program without this application would. */
export async function replay(client: pg.PoolClient, statements: readonly Statement[]): Promise<void> {
  try {
    for (const statement of statements) await client.query(statement);
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}
