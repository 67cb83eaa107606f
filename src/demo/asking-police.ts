/** Measures of the demo whose police assistance is asked for, of any authority that has cases here. */
import { dayInGermany } from "../kernel/day.ts";
import type { Context } from "../platform/context.ts";
import { assess, declineOffer, draftFor, openAttempt, takeRequest } from "./attempts.ts";
import type { Place } from "./cases.ts";

export type CaseOf = (fileNumber: string) => string;

/** Who acts at one instant, and where the cases lie. */
export type Cast = {
  author: Context;
  /** Closes the hazard assessment: never the author. */
  reviewer: Context;
  police: Context;
  caseOf: CaseOf;
  addressOf: (fileNumber: string) => Place;
};

/** With offer, plan and assessment; gives measure and a complete draft of a request. */
export async function prepared({ author, reviewer, caseOf, addressOf }: Cast, fileNumber: string, inDays: number) {
  const today = dayInGermany(author.now);
  const caseId = caseOf(fileNumber);
  await declineOffer(author, caseId, today.subtract({ days: 60 }));
  const { street, houseNumber, place, ags } = addressOf(fileNumber);
  const site = { place: `${street} ${houseNumber}, ${place}`, ags };
  const measureId = await openAttempt(author, { caseId, start: today.add({ days: inDays }), ...site });
  await assess(author, reviewer, measureId);
  return { measureId, requestId: await draftFor(author, measureId, place) };
}

export async function sent(cast: Cast, fileNumber: string, inDays: number, due?: Date) {
  const made = await prepared(cast, fileNumber, inDays);
  const number = await takeRequest(cast.author, made.requestId, { type: "sent" }, due ? { due } : {});
  return { ...made, number };
}

export async function received(cast: Cast, fileNumber: string, inDays: number) {
  const made = await sent(cast, fileNumber, inDays);
  await takeRequest(cast.police, made.requestId, { type: "received", by: cast.police.actor.name });
  await takeRequest(cast.police, made.requestId, { type: "reviewStarted" });
  return made;
}
