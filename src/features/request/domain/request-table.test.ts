import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { after, exampleEvents } from "./request-examples.ts";
import {
  isAgreed,
  isOpen,
  requestStatusLabels,
  type RequestEvent,
  type RequestEventType,
  type RequestState,
} from "./request.ts";
import { diagram, moves, possibleEvents, transition } from "./request-table.ts";

const refusalOf = (from: RequestState, event: RequestEvent) => {
  const next = transition(from, event);
  return next.ok ? "accepted" : next.refusal;
};

describe("a request", () => {
  test.each<[string, RequestEventType[], RequestState["status"]]>([
    [
      "sent, received, reviewed, accepted, executed and debriefed",
      ["sent", "received", "reviewStarted", "accepted", "executed", "debriefed"],
      "debriefed",
    ],
    ["answered at once on receipt", ["sent", "received", "accepted"], "accepted"],
    [
      "asked back twice",
      ["sent", "received", "questionAsked", "questionAnswered", "questionAsked", "questionAnswered", "accepted"],
      "accepted",
    ],
    [
      "declined, contested, mediated and accepted",
      ["sent", "received", "declined", "contested", "mediationStarted", "accepted"],
      "accepted",
    ],
    [
      "contested and then settled without a mediator",
      ["sent", "received", "declined", "contested", "accepted"],
      "accepted",
    ],
    [
      "accepted with conditions that the requester agrees to",
      ["sent", "received", "acceptedWithConditions", "conditionsAgreed", "executed"],
      "executed",
    ],
    [
      "accepted, and taken back by the addressee with a reason",
      ["sent", "received", "accepted", "declined"],
      "declined",
    ],
  ])("can be %s", (_, events, status) => {
    expect(after(...events).status).toBe(status);
  });

  test.each<[string, RequestState, RequestEvent, string]>([
    ["a question without text", after("sent", "received"), { type: "questionAsked", question: " " }, "textMissing"],
    [
      "an answer without text",
      after("sent", "received", "questionAsked"),
      { type: "questionAnswered", answer: "" },
      "textMissing",
    ],
    [
      "conditions without a condition",
      after("sent", "received"),
      { type: "acceptedWithConditions", conditions: [] },
      "conditionsMissing",
    ],
    [
      "an empty condition",
      after("sent", "received"),
      { type: "acceptedWithConditions", conditions: [{ kind: "otherTime", text: "" }] },
      "conditionsMissing",
    ],
    [
      "an execution before the requester agreed to the conditions",
      after("sent", "received", "acceptedWithConditions"),
      exampleEvents.executed,
      "conditionsNotAgreed",
    ],
    [
      "a decline without a reason",
      after("sent", "received"),
      { type: "declined", reason: "", text: "" },
      "textMissing",
    ],
    [
      "a second contest after the mediation",
      after("sent", "received", "declined", "contested", "mediationStarted", "declined"),
      exampleEvents.contested,
      "alreadyMediated",
    ],
    [
      "mediation without the position of the other side",
      after("sent", "received", "declined", "contested"),
      { ...exampleEvents.mediationStarted, otherPosition: "" },
      "textMissing",
    ],
    ["a withdrawal without a reason", after("sent"), { type: "withdrawn", reason: "" }, "textMissing"],
    ["an acceptance before the receipt", after("sent"), exampleEvents.accepted, "notPossible"],
    [
      "a withdrawal after the execution",
      after("sent", "received", "accepted", "executed"),
      exampleEvents.withdrawn,
      "notPossible",
    ],
  ])("refuses %s", (_, from, event, refusal) => {
    expect(refusalOf(from, event)).toBe(refusal);
  });

  test("has to be confirmed again when it is changed after the acceptance", () => {
    const changed = after("sent", "received", "accepted", "amended");
    expect([changed.status, isAgreed(changed), refusalOf(changed, exampleEvents.executed)]).toEqual([
      "underReview",
      false,
      "notPossible",
    ]);
  });

  test("keeps both positions for the mediator", () => {
    expect(after("sent", "received", "declined", "contested", "mediationStarted")).toEqual({
      status: "mediation",
      contestedBy: "requester",
      position: "Die Angaben reichen aus.",
      otherPosition: "Die Kräfte fehlen.",
      mediator: "V. Probe",
    });
  });

  test.each<[RequestEventType[], boolean]>([
    [["sent"], true],
    [["sent", "received", "declined"], true],
    [["sent", "received", "declined", "contested", "mediationStarted", "declined"], false],
    [["sent", "withdrawn"], false],
    [["sent", "received", "accepted", "executed"], true],
    [["sent", "received", "accepted", "executed", "debriefed"], false],
  ])("after %s is open for the addressee: %s", (events, open) => {
    expect(isOpen(after(...events))).toBe(open);
  });
});

const types = Object.keys(exampleEvents) as RequestEventType[];
/** What somebody tries next: mostly something the page offers, sometimes anything. */
const tried = fc.array(fc.record({ anything: fc.constantFrom(...types), pick: fc.nat(99) }), { maxLength: 40 });
type Tried = { anything: RequestEventType; pick: number }[];

function play(events: Tried) {
  const states: RequestState[] = [{ status: "draft" }];
  const took: RequestEventType[] = [];
  for (const { anything, pick } of events) {
    const from = states.at(-1) ?? { status: "draft" };
    const offered = possibleEvents(from.status).filter((type) => type !== "withdrawn");
    const type = (pick < 80 ? offered[pick % Math.max(offered.length, 1)] : undefined) ?? anything;
    const next = transition(from, exampleEvents[type]);
    if (!next.ok) continue;
    states.push(next.value);
    took.push(type);
  }
  return { states, took };
}

describe("no sequence of events", () => {
  test("takes the withdrawal away before the execution", () => {
    fc.assert(
      fc.property(tried, (events) => {
        for (const state of play(events).states) {
          const over = ["executed", "debriefed", "withdrawn"].includes(state.status);
          expect(transition(state, exampleEvents.withdrawn).ok).toBe(!over);
        }
      }),
    );
  });

  test("makes a consent out of silence: the addressee's own acceptance comes after the last change", () => {
    let agreed = 0;
    fc.assert(
      fc.property(tried, (events) => {
        const { states, took } = play(events);
        states.forEach((state, moment) => {
          if (!isAgreed(state)) return;
          agreed += 1;
          const before = took.slice(0, moment);
          const consent = Math.max(before.lastIndexOf("accepted"), before.lastIndexOf("acceptedWithConditions"));
          expect(consent).toBeGreaterThanOrEqual(0);
          expect(before.lastIndexOf("amended")).toBeLessThan(consent);
        });
      }),
      { numRuns: 1_500 },
    );
    expect(agreed).toBeGreaterThan(50);
  });

  test("leads anywhere but where the published table says", () => {
    fc.assert(
      fc.property(tried, (events) => {
        const { states, took } = play(events);
        took.forEach((event, index) =>
          expect(moves).toContainEqual({ from: states[index]?.status, event, to: states[index + 1]?.status }),
        );
      }),
    );
  });
});

test("no event says that a time has run out", () => {
  expect(types.filter((type) => /expire|timeout|elapsed|lapse/i.test(type))).toEqual([]);
  expect(
    Object.keys(requestStatusLabels).filter((status) => possibleEvents(status as RequestState["status"]).length === 0),
  ).toEqual(["debriefed", "withdrawn"]);
});

test("docs/domain/ersuchen.md shows the transition table as it is", () => {
  expect(readFileSync(new URL("../../../../docs/domain/ersuchen.md", import.meta.url), "utf8")).toContain(diagram());
});
