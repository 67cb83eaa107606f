import { describe, expect, test } from "vitest";
import { allAnswers, caseFacts, gateAnswer, gateFacts, today } from "./gate-examples.ts";
import type { CaseFacts, GateFacts } from "./gate-facts.ts";
import type { AnsweredGateId, CheckId, DerivedGateId } from "./gate.ts";
import { gates } from "./gates.ts";
import { gated, measureIn } from "./measure-examples.ts";
import { transition } from "./measure-table.ts";

const answeredIds = gates.flatMap((gate): AnsweredGateId[] => (gate.kind === "answered" ? [gate.id] : []));
const withCase = (change: Partial<CaseFacts>): GateFacts => gateFacts({ cases: [caseFacts(), caseFacts(change)] });

/** Facts that close exactly one derived check, for one person of two. */
const closing: Record<DerivedGateId | "obstacles", GateFacts> = {
  G02: withCase({ enforceability: { state: "fulfilled", because: "ausgereist" } }),
  G03: withCase({ enforceability: { state: "dutyNotEnforceable", because: "Klage" } }),
  G06: withCase({ suspensions: [{ label: "Duldung", until: today }] }),
  G07: withCase({ motionPeriodEndsOn: today }),
  G17: withCase({ transferPeriod: { end: today } }),
  G22: gateFacts({ assistanceRequests: [{ hasReason: false, hasLegalBasis: true, hasOrders: true }] }),
  G28: withCase({ voluntaryDeparture: { offerDocumented: true, returnApproved: true } }),
  G30: gateFacts({ approvals: ["b.muster"] }),
  obstacles: withCase({ blockingObstacles: [{ label: "Identität ungeklärt", norm: "§ 48 AufenthG" }] }),
};
const alsoCloses: Partial<Record<CheckId, CheckId[]>> = { G02: ["G03"] };

const steps = { released: measureIn("finalCheck"), executionStarted: measureIn("released") };
const tryStep = (type: keyof typeof steps, facts: GateFacts, answers = allAnswers()) =>
  transition(steps[type], { type, ...gated("execution", facts, answers) });
const closed = (...ids: CheckId[]) => ({ ok: false, refusal: { code: "gatesClosed", gates: ids } });

describe.each(Object.keys(steps) as (keyof typeof steps)[])("the step %s", (type) => {
  test("is possible when everything holds", () => {
    expect(tryStep(type, gateFacts()).ok).toBe(true);
  });

  test.each(answeredIds)("is barred by %s alone, whether refused, open, or not answered", (gate) => {
    const others = allAnswers().filter((answer) => answer.gate !== gate);
    for (const answers of [
      [...others, gateAnswer(gate, { answer: "no" })],
      [...others, gateAnswer(gate, { answer: "open" })],
      [...others, gateAnswer(gate, { expiresOn: today.subtract({ days: 1 }) })],
      others,
    ])
      expect(tryStep(type, gateFacts(), answers)).toEqual(closed(gate));
  });

  test.each(Object.keys(closing) as (keyof typeof closing)[])("is barred by %s alone, from the facts", (check) => {
    expect(tryStep(type, closing[check])).toEqual(closed(check, ...(alsoCloses[check] ?? [])));
  });

  test("cannot be talked out of a derived gate: an answer with its number counts for nothing", () => {
    const forged = [...allAnswers(), gateAnswer("G03" as unknown as AnsweredGateId)];
    expect(tryStep(type, closing.G03, forged)).toEqual(closed("G03"));
  });
});
