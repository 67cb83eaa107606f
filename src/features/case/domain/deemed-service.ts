/**
 * Decisions that were sent, handed to a reception centre, fetched or published count as served on the day that the law says, or on
 * the later day of actual receipt (§ 41 VwVfG, § 10 AsylG). Only reads them so; the recorded facts stay as they are.
 */
import type { Day } from "../../../kernel/day.ts";
import type { PeriodCalculator, ServiceRule } from "./enforceability-state.ts";
import { byDay, type Facts, of } from "./facts.ts";
import { deemedServiceTypes } from "./legal-event-service.ts";
import type { LegalEvent, LegalEventOf } from "./legal-event.ts";
import { later } from "./span.ts";

const rules: Readonly<Record<(typeof deemedServiceTypes)[number], ServiceRule>> = {
  decisionPosted: "service.post",
  decisionHandedToCentre: "service.centre",
  decisionRetrieved: "service.portal",
  decisionPublished: "service.public",
  decisionSentToLastAddress: "service.lastAddress",
};

type Sent = LegalEventOf<(typeof deemedServiceTypes)[number]>;

/** The facts with every such decision as one that was served, in the order of days. */
export function servedFacts(facts: Facts, periods: PeriodCalculator): Facts {
  const sent = of(facts, ...deemedServiceTypes);
  if (sent.length === 0) return facts;
  const receipts = of(facts, "decisionReceived");
  const served = sent.map((event): LegalEvent => ({
    ...event,
    type: "decisionServed",
    on: day(event, receipts, periods),
  }));
  return [...facts.filter((fact) => !(sent as LegalEvent[]).includes(fact)), ...served].toSorted(byDay);
}

function day(event: Sent, receipts: readonly LegalEventOf<"decisionReceived">[], periods: PeriodCalculator): Day {
  const deemed = periods(rules[event.type], event.on);
  const received = receipts.find(({ of: sent }) => sent === event.id);
  return received ? later(deemed, received.on) : deemed;
}
