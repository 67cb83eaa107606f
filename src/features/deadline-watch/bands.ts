/** The alerts on the frame of every page, for those whom they concern. They stay until somebody has acknowledged them. */
import type { Context } from "../../platform/context.ts";
import { openAlertsFor } from "./queries.ts";

const shownAtOnce = 3;
const countedUpTo = 20;

export type AlertBands = {
  bands: { href: string; text: string }[];
  count: string | undefined;
  more: string | undefined;
};

export async function alertBands(context: Context): Promise<AlertBands> {
  if (context.actor.role !== "caseworker" && context.actor.role !== "supervisor")
    return { bands: [], count: undefined, more: undefined };
  const open = await openAlertsFor(context, context.actor, { today: context.today, limit: countedUpTo + 1 });
  const isMore = open.length > countedUpTo;
  const hidden = isMore ? `mehr als ${countedUpTo - shownAtOnce}` : open.length - shownAtOnce;
  return {
    bands: open.slice(0, shownAtOnce).map(({ id, title, fileNumber }) => ({
      href: `/fristalarme/${id}`,
      text: `${title}, Az. ${fileNumber}`,
    })),
    count: open.length === 0 ? undefined : isMore ? `${countedUpTo}+` : String(open.length),
    more: open.length > shownAtOnce ? `${hidden} weitere Fristalarme` : undefined,
  };
}
