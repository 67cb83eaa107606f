/**
 * Which statements the server keeps prepared: planning one under row-level security costs more than running it. A text
 * gets a name once it comes again and again; texts that differ at each use never do, so the memory stays bounded.
 */
import type { QueryConfig } from "pg";

const usesBefore = 2;
const mostNames = 500;
const mostTexts = 5000;
const mostValues = 200;

// A migration that adds a column changes what a star means, and the server refuses the prepared statement.
const resultFollowsTable = /^\s*select \*|\breturning \*/i;

const uses = new Map<string, number>();
const names = new Map<string, string>();

export function statementOf(text: string, values: unknown[]): QueryConfig {
  const name = names.get(text) ?? nameFor(text, values);
  return name ? { text, values, name } : { text, values };
}

function nameFor(text: string, values: unknown[]): string | undefined {
  if (names.size >= mostNames || values.length > mostValues || resultFollowsTable.test(text)) return undefined;
  const used = uses.get(text) ?? 0;
  if (used < usesBefore) {
    if (uses.size >= mostTexts) uses.clear();
    uses.set(text, used + 1);
    return undefined;
  }
  uses.delete(text);
  const name = `amtsweg_${names.size + 1}`;
  names.set(text, name);
  return name;
}
