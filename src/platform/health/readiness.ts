/**
 * Whether this process may be sent callers: its line to the database answers in time, the schema is its own, and writing is
 * possible there. It asks on the line of the live hub: a pool that is merely busy must not take a process out of service,
 * and a process that hears of no stop is not ready either.
 */
import { setTimeout as pause } from "node:timers/promises";
import { newestMigration } from "../database/migrate.ts";
import type { LiveHub } from "../live/hub.ts";

export type NotReady = "database" | "schema" | "standby";

const answerWithinMs = 2000;
const stateSql = "select max(number)::int as schema, pg_is_in_recovery() as standby from migration";

/** Undefined when ready. */
export type Readiness = () => Promise<NotReady | undefined>;

export function createReadiness(ask: LiveHub["ask"]): Readiness {
  const needed = newestMigration();
  return async () => {
    const state = await Promise.race([ask(stateSql), pause(answerWithinMs)]).catch(() => undefined);
    if (!state) return "database";
    if (state["schema"] !== needed) return "schema";
    return state["standby"] === true ? "standby" : undefined;
  };
}
