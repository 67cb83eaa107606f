/** Measures and requests of the demo authority: one of each kind of task, on both sides. */
import { issueStop } from "../features/stop-signal/index.ts";
import { type Day, dayInGermany } from "../kernel/day.ts";
import { newId } from "../kernel/id.ts";
import type { Context } from "../platform/context.ts";
import { instantInGermany } from "../platform/http/german-time.ts";
import { type As, daysFrom, hoursFrom } from "./as.ts";
import { type CaseOf, type Cast, prepared, received, sent } from "./asking-police.ts";
import { answerGates, takeMeasure, takeRequest } from "./attempts.ts";
import { wittenAddress } from "./cases.ts";

type WittenCast = Cast & { leads: readonly [Context, Context]; today: Day };

/** Who acts, all at the same instant. */
async function castAt(as: As, caseOf: CaseOf, now: Date): Promise<WittenCast> {
  const author = await as("witten-beispiel", now);
  return {
    author,
    reviewer: await as("witten-zweit", now),
    police: await as("bochum-wache", now),
    leads: [await as("witten-muster", now), await as("witten-probe", now, "supervisor")],
    today: dayInGermany(now),
    caseOf,
    addressOf: (fileNumber) => wittenAddress(Number(fileNumber) - 100),
  };
}

const leave = ({ author, reviewer, police, leads }: WittenCast): Promise<unknown> =>
  Promise.all([author, reviewer, police, ...leads].map((context) => context.finish()));

export async function workOfWitten(as: As, caseOf: CaseOf): Promise<void> {
  const now = new Date();
  const lastWeek = await castAt(as, caseOf, daysFrom(now, -6));
  const failed = await agreedMeasure(lastWeek, "0116", 3);
  await leave(lastWeek);
  const earlier = await castAt(as, caseOf, daysFrom(now, -3));
  await fail(earlier, failed);
  await leave(earlier);
  const yesterday = await castAt(as, caseOf, hoursFrom(now, -26));
  await askAndAnswer(yesterday);
  await leave(yesterday);
  const current = await castAt(as, caseOf, now);
  await approvals(current);
  await newRequest(current);
  await stopOne(current);
  await leave(current);
}

/** Approved by two people, the police have agreed: the next step is the final check. */
async function agreedMeasure(cast: WittenCast, fileNumber: string, inDays: number): Promise<string> {
  const { measureId, requestId, number } = await received(cast, fileNumber, inDays);
  await takeRequest(cast.police, requestId, { type: "accepted" });
  await answerGates(cast.author, measureId);
  await takeMeasure(cast.author, measureId, { type: "gateCheckStarted" });
  for (const lead of cast.leads) await takeMeasure(lead, measureId, { type: "approvalGiven" });
  await takeMeasure(
    cast.author,
    measureId,
    { type: "bookingDecided", required: false, reason: "Landweg" },
    { type: "supportArranged", support: { kind: "arranged", requests: [number] } },
  );
  return measureId;
}

/** Nobody was there: the attempt has failed, and the duty to try again or to refrain with reasons arises. */
const fail = ({ author }: WittenCast, measureId: string): Promise<void> =>
  takeMeasure(
    author,
    measureId,
    { type: "finalCheckStarted" },
    { type: "released" },
    { type: "executionStarted" },
    { type: "aborted", failure: { phase: "pickup", cause: "notEncountered", text: "Person nicht angetroffen." } },
    {
      type: "outcomeRecorded",
      outcome: { kind: "failed", phase: "pickup", cause: "notEncountered", text: "Person nicht angetroffen." },
    },
  );

/** Each answer that the police may give, so that the authority has its turn. */
async function askAndAnswer(cast: WittenCast): Promise<void> {
  const { author, police, today } = cast;
  const question = await received(cast, "0102", 6);
  await takeRequest(
    police,
    question.requestId,
    { type: "questionAsked", question: "Bitte Meldeort und Ansprechperson vor Ort nennen." },
    { due: instantInGermany(today.add({ days: 2 }), "07:00") },
  );
  const conditions = await received(cast, "0110", 8);
  await takeRequest(police, conditions.requestId, {
    type: "acceptedWithConditions",
    conditions: [{ kind: "fewerForces", text: "Zwei statt vier Kräfte" }],
  });
  const declined = await received(cast, "0111", 5);
  const nearestPossible = today.add({ days: 12 }).toString();
  await takeRequest(
    police,
    declined.requestId,
    { type: "declined", reason: "forcesNotAvailable", text: "Alle Kräfte sind an diesem Tag gebunden." },
    { data: { nearestPossible } },
  );
  const disputed = await received(cast, "0115", 7);
  await takeRequest(police, disputed.requestId, {
    type: "contested",
    by: "addressee",
    position: "Der Einsatz soll erst nach 9 Uhr beginnen.",
  });
  await takeRequest(
    author,
    disputed.requestId,
    { type: "mediationStarted", otherPosition: "Der Zug fährt um 10 Uhr.", mediator: "BR-059" },
    { due: instantInGermany(today.add({ days: 3 }), "12:00") },
  );
}

/** One measure waits for both approvals, one for the second; an answer expires in three days. */
async function approvals(cast: WittenCast): Promise<void> {
  const expiring = { G13: cast.today.add({ days: 3 }) };
  const both = await prepared(cast, "0101", 9);
  await answerGates(cast.author, both.measureId, expiring);
  await takeMeasure(cast.author, both.measureId, { type: "gateCheckStarted" });
  const second = await prepared(cast, "0112", 10);
  await answerGates(cast.author, second.measureId);
  await takeMeasure(cast.author, second.measureId, { type: "gateCheckStarted" });
  await takeMeasure(cast.leads[0], second.measureId, { type: "approvalGiven" });
}

/** Fresh in the inbox of the police. */
async function newRequest(cast: WittenCast): Promise<void> {
  await sent(cast, "0109", 4, instantInGermany(cast.today.add({ days: 1 }), "12:00"));
  await sent(cast, "0114", 11);
}

/** A court has stopped a measure; the police have not confirmed yet. */
async function stopOne(cast: WittenCast): Promise<void> {
  const { measureId } = await received(cast, "0113", 2);
  await issueStop(cast.author, {
    id: newId(),
    measureId,
    reason: "court",
    source: "VG Musterstadt, Anruf, Beschluss folgt",
    happenedAt: hoursFrom(cast.author.now, -1),
  });
}
