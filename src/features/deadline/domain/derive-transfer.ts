/**
 * Clocks of the procedure with another state up to its answer: request, answer or silence, decision. While the regime is
 * unsettled this runs once for each, and both results stay visible. No silence is taken for an answer before its day.
 */
import type { Day } from "../../../kernel/day.ts";
import { type Acceptance, type Add, anchor } from "./acceptance.ts";
import type { Book, Entry } from "./case-book.ts";
import { notBefore } from "./case-book.ts";
import type { CaseEvent } from "./case-events.ts";
import type { Deadline } from "./deadline.ts";
import { custodyEnds } from "./derive-custody.ts";
import { deriveTransferPeriod } from "./derive-transfer-period.ts";
import { type Regime, type TransferRules, transferRules } from "./transfer-rules.ts";
import { nextDay, order } from "./day-number.ts";

export function deriveTransfer(book: Book, regime: Regime): void {
  const rules = transferRules[regime];
  const add = (entry: Omit<Entry, "regime">): void => book.add({ ...entry, regime });
  addRequests(book, rules, add);
  const acceptance = addAnswers(book, rules, add);
  if (!acceptance) return;
  addDecision(book, rules, acceptance, add);
  deriveTransferPeriod(book, rules, acceptance, add);
}

function addRequests(book: Book, rules: TransferRules, add: Add): void {
  const sent = book.of("takeChargeRequested", "takeBackNotified");
  const starts = [
    ...book
      .of("applicationRegistered")
      .map((event) => ({ event, rule: event.kind === "takeBack" ? rules.takeBack : rules.request })),
    ...book
      .of("hitReceived")
      .map((event) => ({ event, rule: event.kind === "takeBack" ? rules.takeBackOnHit : rules.requestOnHit })),
    ...book
      .of("custodyStarted")
      .filter(({ kind }) => kind === "transferDetention")
      .map((event) => ({ event, rule: rules.detainedRequest })),
  ];
  for (const { event, rule } of starts) {
    const before = event.type === "custodyStarted" && sent.some(({ on }) => order(on, event.on) < 0);
    const deadline = rule && !before ? book.compute(event, { rule, on: event.on }) : undefined;
    if (!rule || !deadline) continue;
    const done = notBefore(sent, event.on);
    add({
      slot: event.type === "custodyStarted" ? "requestFromCustody" : "request",
      rule,
      startedBy: event.id,
      deadline,
      ...(done ? { state: "ended", endedBy: done.id } : { state: "running" }),
    });
  }
}

function addAnswers(book: Book, rules: TransferRules, add: Add): Acceptance | undefined {
  const [said] = book.of("requestAccepted");
  const answers = book.of("requestAccepted", "requestRefused");
  let silent: Acceptance | undefined;
  for (const request of book.of("takeChargeRequested", "takeBackNotified")) {
    const rule = answerRule(book, rules, request);
    const urgent = request.length === undefined ? {} : { length: request.length };
    const deadline = book.compute(request, { rule, on: request.on, ...urgent });
    if (!deadline) continue;
    const answered = notBefore(answers, request.on);
    add({
      slot: "answer",
      rule,
      startedBy: request.id,
      deadline,
      ...(answered ? { state: "ended", endedBy: answered.id } : { state: "running" }),
    });
    silent = answered ? undefined : bySilence(request, deadline);
  }
  return said ? { on: said.on, startedBy: said.id, bySilence: false } : silent;
}

function answerRule(book: Book, rules: TransferRules, request: CaseEvent): string {
  if (isDetained(book, request.on)) return rules.detainedAnswer;
  if (request.type === "takeBackNotified") return request.onHit ? rules.confirmationOnHit : rules.confirmation;
  if (request.length !== undefined) return rules.answerUrgent;
  return request.onHit ? rules.answerOnHit : rules.answer;
}

/** In transfer detention on that day. */
function isDetained(book: Book, on: Day): boolean {
  const starts = book.of("custodyStarted").filter(({ kind }) => kind === "transferDetention");
  const last = starts.findLast((start) => order(start.on, on) <= 0);
  if (!last) return false;
  const end = custodyEnds(book).get(last.id);
  return !end || order(end.on, on) >= 0;
}

const bySilence = (request: CaseEvent, { legalEnd }: Deadline): Acceptance => ({
  on: legalEnd,
  startedBy: request.id,
  bySilence: true,
  otherStart: {
    on: nextDay(legalEnd),
    because: "Das Schweigen wirkt erst am Tag nach der Antwortfrist (Praxis des Bundesamts).",
  },
});

function addDecision(book: Book, rules: TransferRules, acceptance: Acceptance, add: Add): void {
  if (!rules.decision) return;
  const deadline = book.compute(anchor(acceptance), { rule: rules.decision, on: acceptance.on });
  const decided = notBefore(book.of("transferDecided"), acceptance.on);
  if (deadline)
    add({
      slot: "transferDecision",
      rule: rules.decision,
      startedBy: acceptance.startedBy,
      deadline,
      ...(decided ? { state: "ended", endedBy: decided.id } : { state: "running" }),
    });
}
