/** Who acts in the demo data. */
import type { Context } from "../platform/context.ts";
import type { Role } from "../platform/access/matrix.ts";

/** A context in the name of a demo account, at an instant of the past where the story needs one, in another of its roles. */
export type As = (account: string, now?: Date, role?: Role) => Promise<Context>;

const hour = 3_600_000;

/** The same time of day, some days ago or ahead. */
export const daysFrom = (now: Date, days: number): Date => new Date(now.getTime() + days * 24 * hour);
export const hoursFrom = (now: Date, hours: number): Date => new Date(now.getTime() + hours * hour);
