/** Who acts in the demo data. */
import type { Context } from "../platform/context.ts";

/** A context in the name of a demo account, at a day of the past where the story needs one. */
export type As = (account: string, now?: Date) => Promise<Context>;
