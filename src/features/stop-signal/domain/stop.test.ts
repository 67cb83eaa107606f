import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { diagram, transition, type Confirmation, type ConfirmationEvent } from "./confirmation.ts";
import { defaultEscalation, escalations, stepAt, type RosterEntry, type RosterPort } from "./escalation.ts";
import {
  addParty,
  issueStop,
  missingParties,
  secondsToReach,
  stopIsComplete,
  type StopParty,
  type StopSignal,
} from "./stop.ts";

const at = (time: string) => new Date(`2026-11-24T${time}Z`);
const vehicle: StopParty = { authority: "fahrzeug-u01", name: "Fahrzeug U-01", phone: "0000 33-0" };
const police: StopParty = { authority: "pp-beispiel", name: "PP Beispielstadt", phone: "0000 55-0" };
const base = {
  measure: "M-2026-0398/2",
  reason: "court",
  source: "VG Musterstadt, Anruf",
  enteredBy: "a.beispiel",
  happenedAt: at("05:40:00"),
  issuedAt: at("05:41:00"),
} as const;

const confirmedAt = (time: string): Confirmation => ({
  status: "confirmed",
  confirmedAt: at(time),
  by: "R. Probe",
  channel: "screen",
});
const withConfirmations = (signal: StopSignal, ...confirmations: Confirmation[]): StopSignal => ({
  ...signal,
  recipients: signal.recipients.map((recipient, index) => ({
    ...recipient,
    confirmation: confirmations[index] ?? recipient.confirmation,
  })),
});

describe("a stop", () => {
  const signal = issueStop(base, [vehicle, police, vehicle]);

  test("asks every party at once, and each of them once", () => {
    expect(signal.recipients.map(({ party, confirmation }) => [party.name, confirmation.status])).toEqual([
      ["Fahrzeug U-01", "issued"],
      ["PP Beispielstadt", "issued"],
    ]);
    expect(addParty(signal, police)).toBe(signal);
  });

  test("names who is missing, with the number to call", () => {
    expect(missingParties(withConfirmations(signal, confirmedAt("05:42:00")))).toEqual([police]);
  });

  test.each([
    ["nobody has confirmed", [], false, undefined],
    [
      "one of two has only seen it",
      [confirmedAt("05:42:00"), { status: "seen", seenAt: at("05:42:00") } as const],
      false,
      undefined,
    ],
    [
      "both have confirmed, the slower one after 90 seconds",
      [confirmedAt("05:41:20"), confirmedAt("05:42:30")],
      true,
      90,
    ],
  ])("when %s: complete is %s", (_, confirmations, complete, seconds) => {
    const now = withConfirmations(signal, ...confirmations);
    expect([stopIsComplete(now), secondsToReach(now)]).toEqual([complete, seconds]);
  });

  test("that reached nobody is not complete", () => {
    expect(stopIsComplete(issueStop(base, []))).toBe(false);
  });

  test("is no longer complete when another party turns up", () => {
    const complete = withConfirmations(signal, confirmedAt("05:42:00"), confirmedAt("05:42:00"));
    const airport: StopParty = { authority: "bpol-beispiel", name: "BPOL Beispielhafen", phone: "0000 66-0" };
    expect([stopIsComplete(complete), stopIsComplete(addParty(complete, airport))]).toEqual([true, false]);
  });
});

describe("a confirmation", () => {
  const play = (...events: ConfirmationEvent[]) =>
    events.reduce<Confirmation>(
      (state, event) => {
        const next = transition(state, event);
        return next.ok ? next.value : state;
      },
      { status: "issued" },
    );

  test("goes from issued over delivered and seen to a named person", () => {
    expect(
      play(
        { type: "delivered", at: at("05:41:01") },
        { type: "seen", at: at("05:41:30") },
        { type: "confirmed", at: at("05:42:00"), by: "R. Probe" },
      ),
    ).toEqual(confirmedAt("05:42:00"));
  });

  test("by telephone says who called whom and when", () => {
    expect(
      play({ type: "confirmedByTelephone", at: at("05:47:00"), reached: "S. Test", calledBy: "L. Muster" }),
    ).toEqual({
      status: "confirmed",
      confirmedAt: at("05:47:00"),
      by: "S. Test",
      channel: "telephone",
      calledBy: "L. Muster",
    });
  });

  test.each<[string, ConfirmationEvent]>([
    ["without a name", { type: "confirmed", at: at("05:42:00"), by: " " }],
    [
      "by telephone without the one who was reached",
      { type: "confirmedByTelephone", at: at("05:42:00"), reached: "", calledBy: "L. Muster" },
    ],
    [
      "by telephone without the one who called",
      { type: "confirmedByTelephone", at: at("05:42:00"), reached: "S. Test", calledBy: "" },
    ],
  ])("%s does not count", (_, event) => {
    expect(transition({ status: "seen", seenAt: at("05:41:30") }, event)).toEqual({
      ok: false,
      refusal: "nameMissing",
    });
  });

  const event: fc.Arbitrary<ConfirmationEvent> = fc
    .date({ min: at("05:41:00"), max: at("06:41:00"), noInvalidDate: true })
    .chain((when) =>
      fc.constantFrom<ConfirmationEvent>(
        { type: "delivered", at: when },
        { type: "seen", at: when },
        { type: "confirmed", at: when, by: "R. Probe" },
        { type: "confirmedByTelephone", at: when, reached: "S. Test", calledBy: "L. Muster" },
      ),
    );

  test("never goes back, whatever arrives late or twice, and the first one stays", () => {
    const order = ["issued", "delivered", "seen", "confirmed"];
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (events) => {
        let state: Confirmation = { status: "issued" };
        for (const each of events) {
          const next = transition(state, each);
          expect(next.ok).toBe(true);
          if (!next.ok) return;
          expect(order.indexOf(next.value.status)).toBeGreaterThanOrEqual(order.indexOf(state.status));
          if (state.status === "confirmed") expect(next.value).toEqual(state);
          state = next.value;
        }
        const confirms = events.some(({ type }) => type.startsWith("confirmed"));
        expect(state.status === "confirmed").toBe(confirms);
      }),
    );
  });
});

describe("the escalation", () => {
  test.each([
    ["05:40:59", undefined],
    ["05:41:00", 0],
    ["05:45:59", 0],
    ["05:46:00", 5],
    ["05:51:00", 10],
    ["05:56:00", 15],
    ["07:00:00", 15],
  ])("at %s stands at the step of minute %s", (time, minutes) => {
    expect(stepAt(base.issuedAt, at(time))?.afterMinutes).toBe(minutes);
  });

  test("has the agreed steps as data", () => {
    expect(defaultEscalation.map(({ afterMinutes, duties }) => [afterMinutes, duties.join()])).toEqual([
      [0, "onDuty"],
      [5, "controlRoom"],
      [10, "deputy"],
      [15, "headOfDuty,controlRoom"],
    ]);
  });

  test("names for each missing party whom the roster has on duty now", async () => {
    const signal = withConfirmations(issueStop(base, [vehicle, police]), confirmedAt("05:42:00"));
    const entry = (name: string, duty: RosterEntry["duty"], from: string, until: string): RosterEntry => ({
      authority: "pp-beispiel",
      duty,
      name,
      phone: "0000 55-1",
      from: at(from),
      until: at(until),
    });
    const roster = [
      entry("S. Test", "deputy", "00:00:00", "06:00:00"),
      entry("T. Probe", "deputy", "06:00:00", "12:00:00"),
      entry("U. Beispiel", "deputy", "00:00:00", "05:52:00"),
      entry("L. Muster", "onDuty", "00:00:00", "12:00:00"),
      { ...entry("X. Beispiel", "deputy", "00:00:00", "12:00:00"), authority: "fahrzeug-u01" },
    ];
    const port: RosterPort = { entriesAt: () => Promise.resolve(roster) };
    const now = at("05:52:00");
    const found = escalations(signal, { now, roster: await port.entriesAt(["pp-beispiel"], now) });
    expect(
      found.map(({ party, step, contacts }) => [party.name, step.afterMinutes, contacts.map(({ name }) => name)]),
    ).toEqual([["PP Beispielstadt", 10, ["S. Test"]]]);
  });

  test("still names the party when the roster has nobody", () => {
    const signal = issueStop(base, [police]);
    expect(escalations(signal, { now: at("05:52:00"), roster: [] })).toMatchObject([{ party: police, contacts: [] }]);
  });

  test("has not begun before the stop", () => {
    const signal = issueStop(base, [police]);
    expect(escalations(signal, { now: at("05:40:00"), roster: [] })).toEqual([]);
  });
});

test("docs/domain/stopp.md shows the confirmation as it is", () => {
  expect(readFileSync(new URL("../../../../docs/domain/stopp.md", import.meta.url), "utf8")).toContain(diagram());
});
