/** What must hold for any list of events, also a nonsensical one: order of recording, corrections, repetition. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { day } from "../../../kernel/day.ts";
import { type CaseEvent, caseEventTypes, type LegalRegime } from "./case-events.ts";
import { deriveDeadlines } from "./derive.ts";
import { factsOf } from "./derive.testing.ts";
import { difference } from "./difference.ts";

const first = day("2026-06-15");
const aDay = fc.integer({ min: 0, max: 900 }).map((days) => first.add({ days }));
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const kinds = [
  "asylumStandard",
  "asylumShortened",
  "euTransfer",
  "residenceDecision",
  "residenceThreat",
  "removalDetention",
];
const custodies = ["departureCustody", "cooperationDetention", "preparatoryDetention", "transferDetention", "takeBack"];

const anEvent: fc.Arbitrary<CaseEvent> = fc
  .record({
    id: fc.uuid(),
    type: fc.constantFrom(...caseEventTypes.filter((type) => type !== "eventCorrected"), "somethingElse"),
    on: aDay,
    kind: optional(fc.constantFrom(...kinds, ...custodies)),
    basis: optional(fc.constantFrom("asylG34", "aufenthG59", "asylG34a", "aufenthG58a")),
    procedure: optional(fc.constantFrom("asylum", "residence", "euTransfer", "security")),
    length: optional(fc.constantFrom("P6M", "P30D", "P2Y", "P1W", "P14D", "Unsinn")),
    days: optional(fc.integer({ min: 1, max: 60 })),
    until: optional(aDay),
    manner: optional(fc.constantFrom("voluntary", "removal", "transfer")),
    claimSuspends: optional(fc.constantFrom("yes", "no")),
    onHit: optional(fc.boolean()),
    fact: optional(fc.constant("Testtatsache")),
    evidence: optional(fc.constant("Bl. 1")),
    informedOn: optional(aDay),
    corrected: optional(fc.boolean()),
  })
  // Absent fields are absent, not undefined.
  .map((fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as CaseEvent);

const events = fc.uniqueArray(anEvent, { maxLength: 14, selector: ({ id }) => id });
const aRegime = fc.constantFrom<LegalRegime>("DublinIII", "AMMR", "unsettled");
const shown = (list: readonly CaseEvent[], regime: LegalRegime): string =>
  JSON.stringify(deriveDeadlines(factsOf(list, regime)));

test("the order of recording does not matter", () => {
  const shuffled = events.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  fc.assert(
    fc.property(shuffled, aRegime, ([list, other], regime) => {
      expect(shown(other, regime)).toBe(shown(list, regime));
    }),
    { numRuns: 1500 },
  );
});

test("nor does it matter that later records get later identifiers", () => {
  const recorded = (list: readonly CaseEvent[]) => list.map((event, index) => ({ ...event, id: `e${index + 10}` }));
  const withoutIds = (text: string): string => text.replaceAll(/"(startedBy|endedBy|event)":"[^"]+"/g, "");
  const twice = events.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  fc.assert(
    fc.property(twice, aRegime, ([list, other], regime) => {
      expect(withoutIds(shown(recorded(other), regime))).toBe(withoutIds(shown(recorded(list), regime)));
    }),
    { numRuns: 1000 },
  );
});

test("deriving again gives the same, and no difference", () => {
  fc.assert(
    fc.property(events, aRegime, (list, regime) => {
      const [once, again] = [deriveDeadlines(factsOf(list, regime)), deriveDeadlines(factsOf(list, regime))];
      expect(difference(once.deadlines, again.deadlines)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test("a corrected event is as if it had never been recorded, also when somebody corrects the correction", () => {
  fc.assert(
    fc.property(events, anEvent, aRegime, (list, wrong, regime) => {
      const mistake: CaseEvent = { ...wrong, corrected: false };
      const correction: CaseEvent = { id: `${wrong.id}-c`, type: "eventCorrected", on: wrong.on, corrects: wrong.id };
      const withdrawn: CaseEvent = {
        id: `${wrong.id}-cc`,
        type: "eventCorrected",
        on: wrong.on,
        corrects: correction.id,
      };
      expect(shown([...list, mistake, correction], regime)).toBe(shown(list, regime));
      expect(shown([...list, mistake, correction, withdrawn], regime)).toBe(shown(list, regime));
    }),
    { numRuns: 500 },
  );
});

test("each deadline has its own key; a running one has a day, a waiting one says for what", () => {
  fc.assert(
    fc.property(events, aRegime, (list, regime) => {
      const { deadlines } = deriveDeadlines(factsOf(list, regime), { explain: false });
      expect(new Set(deadlines.map(({ key }) => key)).size).toBe(deadlines.length);
      for (const { state, deadline, waitingFor } of deadlines) {
        if (state === "running" || state === "suspended") expect(deadline).toBeDefined();
        if (state === "waiting" || state === "interrupted") expect(waitingFor).toBeTruthy();
      }
    }),
    { numRuns: 1000 },
  );
});

test("while the regime is unsettled exactly one of two transfer periods is planned on", () => {
  fc.assert(
    fc.property(events, (list) => {
      const transfers = deriveDeadlines(factsOf(list, "unsettled"), { explain: false }).deadlines.filter(
        ({ slot }) => slot === "transferPeriod",
      );
      if (transfers.filter(({ deadline }) => deadline).length === 2) {
        expect(transfers.filter(({ planned }) => planned)).toHaveLength(1);
      }
    }),
    { numRuns: 1000 },
  );
});
