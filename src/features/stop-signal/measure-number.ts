/** The number of a measure that the actor may stop, as owner or as party; undefined for anyone else. */
import type { Context } from "../../platform/context.ts";
import { lockMeasureToStop } from "./queries.ts";

/** Reads inside a change that records nothing, because a party may not read the measure itself. */
export const measureNumber = (context: Context, measureId: string): Promise<string | undefined> =>
  context.change(async (change) => (await lockMeasureToStop(change, measureId))?.number);
