import { describe, expect, test } from "vitest";
import { isOverdue, nextClock, type Clock } from "./clock.ts";
import { after } from "./request-examples.ts";

const at = (time: string) => new Date(`2026-11-23T${time}:00Z`);
const step = (state: ReturnType<typeof after>, time: string, due?: Date, answerDue?: Date) => ({
  state,
  at: at(time),
  due,
  answerDue,
});

describe("the clock of a request", () => {
  const sent = nextClock(undefined, step(after("sent"), "08:00"));

  test("runs from the sending on, for the addressee, and without an end nobody has set", () => {
    expect(sent).toEqual({ waitingFor: "addressee", since: at("08:00"), due: undefined });
  });

  test("goes on while the same side is at its turn: receipt and review start no new one", () => {
    expect(nextClock(sent, step(after("sent", "received"), "08:10"))?.since).toEqual(at("08:00"));
  });

  test("turns to the requester with a question, until the time the addressee has set", () => {
    const asked = nextClock(sent, step(after("sent", "received", "questionAsked"), "09:00", at("12:00"), at("16:00")));
    expect(asked).toEqual({ waitingFor: "requester", since: at("09:00"), due: at("12:00") });
  });

  test("turns back with the answer, and the time the requester had set holds again", () => {
    const asked: Clock = { waitingFor: "requester", since: at("09:00"), due: at("12:00") };
    const answered = nextClock(
      asked,
      step(after("sent", "received", "questionAsked", "questionAnswered"), "10:00", undefined, at("16:00")),
    );
    expect(answered).toEqual({ waitingFor: "addressee", since: at("10:00"), due: at("16:00") });
  });

  test.each([
    ["an acceptance", after("sent", "received", "accepted")],
    ["an agreement to conditions", after("sent", "received", "acceptedWithConditions", "conditionsAgreed")],
    ["a decline after mediation", after("sent", "received", "declined", "contested", "mediationStarted", "declined")],
    ["a withdrawal", after("sent", "withdrawn")],
  ])("stops with %s", (_, state) => {
    expect(nextClock(sent, step(state, "10:00"))).toBeUndefined();
  });

  test("waits for the mediator once both sides disagree, with the time set for the mediation", () => {
    const state = after("sent", "received", "declined", "contested", "mediationStarted");
    expect(nextClock(sent, step(state, "10:00", at("15:00")))).toEqual({
      waitingFor: "mediator",
      since: at("10:00"),
      due: at("15:00"),
    });
  });

  test.each([
    ["one minute before", at("11:59"), false],
    ["at the minute", at("12:00"), false],
    ["one minute after", at("12:01"), true],
  ])("is overdue %s: %s", (_, now, overdue) => {
    expect(isOverdue({ waitingFor: "requester", since: at("09:00"), due: at("12:00") }, now)).toBe(overdue);
  });

  test("is never overdue without a due time", () => {
    expect([isOverdue(sent, at("23:59")), isOverdue(undefined, at("23:59"))]).toEqual([false, false]);
  });
});
