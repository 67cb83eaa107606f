/** How a stop is acknowledged: delivered and seen by the system, confirmed by a named person, on screen or by telephone. */
import type { Change } from "../../platform/change.ts";
import type { Context } from "../../platform/context.ts";
import { notFound } from "../../platform/http/problem.ts";
import { findStop, lockUndelivered, openStops, saveAcknowledgement, type StoredStop } from "./queries.ts";

const record = (change: Change, stop: StoredStop, event: string, authority: string): void => {
  change.record({
    chain: stop.ownerId,
    subject: `measure:${stop.measureId}`,
    caseId: stop.caseId,
    event,
    data: { stop: stop.id, authority },
  });
  for (const { authorityId } of stop.recipients) change.announce(`stops:${authorityId}`);
  change.announce(`measure:${stop.measureId}`);
};

/** The bands of the page, each marked as delivered when it is first shown to somebody of the authority. */
export async function stopBands(context: Context): Promise<{ href: string; text: string }[]> {
  const { authorityId } = context.actor;
  const open = await openStops(context, authorityId);
  for (const { id, delivered } of open) if (!delivered) await markDelivered(context, id);
  return open.map(({ id, measureNumber }) => ({
    href: `/stopp/${id}`,
    text: `Maßnahme ${measureNumber} – bitte bestätigen`,
  }));
}

/** All pages of an authority ask at once: one of them writes, the others do not wait for it. */
const markDelivered = (context: Context, stopId: string): Promise<void> =>
  context.change(async (change) => {
    const { authorityId } = context.actor;
    if (!(await lockUndelivered(change, stopId, authorityId))) return;
    const stop = await findStop(change, stopId);
    if (!stop) throw notFound();
    await saveAcknowledgement(change, stopId, authorityId, { deliveredAt: context.now });
    record(change, stop, "stopDelivered", authorityId);
  });

/** Somebody of the authority has opened the stop. */
export async function markSeen(context: Context, stopId: string): Promise<void> {
  const { authorityId } = context.actor;
  const stop = await findStop(context, stopId);
  if (!stop) throw notFound();
  await context.change(async (change) => {
    const saved = await saveAcknowledgement(change, stopId, authorityId, { seenAt: context.now });
    if (saved) record(change, stop, "stopSeen", authorityId);
  });
}

/** The signed-in person confirms for the own authority. */
export const confirmOnScreen = (context: Context, stopId: string): Promise<boolean> =>
  confirm(context, stopId, context.actor.authorityId, { by: context.actor.name, channel: "screen" });

export type TelephoneConfirmation = { authorityId: string; reached: string; note: string | undefined };

/** The owner notes whom it reached by telephone at another party (who called whom, when, result). */
export const confirmByTelephone = (
  context: Context,
  stopId: string,
  { authorityId, reached, note }: TelephoneConfirmation,
): Promise<boolean> =>
  confirm(context, stopId, authorityId, {
    by: reached,
    channel: "telephone",
    note: `${context.actor.name}: ${note ?? "angerufen"}`,
  });

type Confirmed = { by: string; channel: "screen" | "telephone"; note?: string };

/** False where the authority has confirmed before: the first confirmation stays. */
async function confirm(context: Context, stopId: string, authorityId: string, confirmed: Confirmed): Promise<boolean> {
  const stop = await findStop(context, stopId);
  if (!stop?.recipients.some((recipient) => recipient.authorityId === authorityId)) throw notFound();
  return context.change(async (change) => {
    const saved = await saveAcknowledgement(change, stopId, authorityId, {
      confirmed: { at: context.now, ...confirmed },
    });
    if (saved) record(change, stop, "stopConfirmed", authorityId);
    return saved;
  });
}
