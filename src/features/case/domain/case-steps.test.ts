import { describe, expect, test } from "vitest";
import { day } from "../../../kernel/day.ts";
import { type CaseSituation, nextSteps } from "./case-steps.ts";
import type { Derivation, EnforceabilityState } from "./enforceability-state.ts";
import * as x from "./legal-event-examples.ts";
import type { Obstacle } from "./obstacle.ts";
import type { ObstacleType } from "./obstacle-type.ts";
import type { VoluntaryReturn } from "./voluntary-return.ts";

const on = day("2026-09-01");
const standing = (state: EnforceabilityState, more: Partial<Derivation> = {}): Derivation => ({
  state,
  since: on,
  steps: [],
  openQuestions: [],
  ...more,
});
const declined: VoluntaryReturn = { status: "declined", on, statement: "" };
const booked: VoluntaryReturn = { status: "booked", on, programme: "REAG/GARP 2.0", departureOn: day("2026-12-01") };
const open = (type: ObstacleType): Obstacle => ({ status: "open", type, openedOn: day("2026-10-05"), reason: "Probe" });
const situation = (more: Partial<CaseSituation>): CaseSituation => ({
  enforceability: standing("enforceable"),
  obstacles: [],
  offer: declined,
  measures: [],
  ...more,
});
const labels = (more: Partial<CaseSituation>) => nextSteps(situation(more)).map(({ label }) => label);
const first = (more: Partial<CaseSituation>) => nextSteps(situation(more))[0];

describe("the next step", () => {
  test.each<[string, Partial<CaseSituation>, string[]]>([
    ["enforceable, offered, nothing in the way", {}, ["Maßnahme anlegen"]],
    ["an obstacle that blocks", { obstacles: [open("notFitToTravel")] }, ["Reisefähigkeit ärztlich prüfen lassen"]],
    [
      "church asylum by house rule no obstacle",
      { obstacles: [open("churchAsylum")], housePolicy: { churchAsylum: "no" } },
      ["Maßnahme anlegen", "Stand zwischen Bundesamt und Kirche erfragen"],
    ],
    [
      "a closed obstacle",
      { obstacles: [{ ...open("notFitToTravel"), status: "closed", closedOn: on, closingReason: "Probe" }] },
      ["Maßnahme anlegen"],
    ],
    [
      "an approved return",
      { offer: { status: "approved", on, programme: "REAG/GARP 2.0" } },
      ["Reise zur freiwilligen Ausreise buchen"],
    ],
    ["a booked return", { offer: booked }, ["Ausreisenachweis einholen"]],
    [
      "a withdrawn return",
      { offer: { status: "withdrawn", on, reason: "Probe" } },
      ["Maßnahme anlegen", "Freiwillige Ausreise erneut anbieten"],
    ],
    [
      "an offer without counselling",
      { offer: { status: "offered", on } },
      ["Maßnahme anlegen", "Beratung zur freiwilligen Ausreise vermerken"],
    ],
    ["a measure under way", { measures: [{ attemptNo: 1, standing: "open" }] }, []],
    [
      "a failed attempt",
      { measures: [{ attemptNo: 1, standing: "failed", retryDueOn: day("2026-12-10") }] },
      ["Erneuten Versuch anlegen oder begründet absehen"],
    ],
    [
      "a failed attempt and a new one",
      {
        measures: [
          { attemptNo: 2, standing: "open" },
          { attemptNo: 1, standing: "failed" },
        ],
      },
      [],
    ],
    [
      "a failed attempt that is no longer enforceable",
      { enforceability: standing("suspended"), measures: [{ attemptNo: 1, standing: "failed" }] },
      [],
    ],
    [
      "a running period",
      { enforceability: standing("voluntaryPeriodRunning", { until: day("2026-10-01") }) },
      ["Ausreise innerhalb der Frist prüfen"],
    ],
    [
      "a suspension with an end",
      { enforceability: standing("suspended", { until: day("2026-12-31") }) },
      ["Ende der Aussetzung prüfen"],
    ],
    [
      "an open question",
      { enforceability: standing("dutyNotEnforceable", { openQuestions: ["Wann?"] }) },
      ["Fehlende Angabe klären"],
    ],
    [
      "a fulfilled duty",
      { enforceability: standing("fulfilled"), offer: booked, obstacles: [open("identityUnclear")] },
      ["Mitteilungen nach der Ausreise veranlassen"],
    ],
    [
      "a lapsed duty",
      { enforceability: standing("lapsed"), obstacles: [open("identityUnclear")] },
      ["Fall abschließen"],
    ],
    ["no duty", { enforceability: standing("noDuty") }, []],
  ])("for %s", (_, more, expected) => {
    expect(labels(more)).toEqual(expected);
  });

  test("without an offer, the offer comes and no measure is proposed", () => {
    const steps = nextSteps({ enforceability: standing("enforceable"), obstacles: [], measures: [] });

    expect(steps.map(({ label }) => label)).toEqual(["Freiwillige Ausreise anbieten"]);
  });
});

describe("a measure under way is halted", () => {
  const measures = [{ attemptNo: 1, standing: "open" }] as const;
  test.each<[string, Partial<CaseSituation>, string]>([
    [
      "when a Duldung suspends the removal",
      { enforceability: standing("suspended") },
      "Stand der Ausreisepflicht: Abschiebung ausgesetzt.",
    ],
    [
      "when the period is interrupted",
      { enforceability: standing("voluntaryPeriodInterrupted") },
      "Stand der Ausreisepflicht: Ausreisefrist unterbrochen.",
    ],
    [
      "when the duty has lapsed",
      { enforceability: standing("lapsed") },
      "Stand der Ausreisepflicht: Ausreisepflicht erledigt.",
    ],
    ["when an obstacle blocks", { obstacles: [open("notFitToTravel")] }, "Hindernis: nicht reisefähig."],
    ["when a voluntary return is approved", { offer: booked }, "Eine freiwillige Ausreise ist bewilligt."],
  ])("%s", (_, more, why) => {
    expect(first({ measures, ...more })).toMatchObject({ kind: "haltMeasure", label: "Maßnahme anhalten", why });
  });
});

test("steps stand in the order of their legal dates, those without a date after them", () => {
  const steps = nextSteps(
    situation({
      enforceability: standing("enforceable", { openQuestions: ["Wann?"] }),
      offer: { status: "withdrawn", on, reason: "Probe" },
      obstacles: [open("churchAsylum")],
      housePolicy: { churchAsylum: "no" },
      measures: [{ attemptNo: 1, standing: "failed", retryDueOn: day("2026-12-10") }],
    }),
  );

  expect(steps.map(({ kind, dueOn }) => [kind, dueOn?.toString()])).toEqual([
    ["retryMeasure", "2026-12-10"],
    ["voluntaryReturn", undefined],
    ["clarifyFact", undefined],
    ["clearObstacle", undefined],
  ]);
});

test("a later kind of step with an earlier date comes first", () => {
  const steps = nextSteps(
    situation({ offer: booked, measures: [{ attemptNo: 1, standing: "failed", retryDueOn: day("2026-11-10") }] }),
  );

  expect(steps.map(({ kind }) => kind)).toEqual(["retryMeasure", "voluntaryReturn"]);
});

test("of two steps of one day, the halt of a measure comes first", () => {
  const until = day("2026-10-05");
  const steps = nextSteps(
    situation({
      enforceability: standing("suspended", { since: until, until }),
      measures: [{ attemptNo: 1, standing: "open" }],
    }),
  );

  expect(steps.map(({ kind }) => kind)).toEqual(["haltMeasure", "awaitPeriod"]);
});

test("the derived state leads straight to its steps", () => {
  const enforceability = x.derive([x.rejection("2026-07-17")], "2026-08-10");

  expect(nextSteps({ enforceability, obstacles: [], measures: [], offer: declined })).toEqual([
    {
      kind: "awaitPeriod",
      label: "Ausreise innerhalb der Frist prüfen",
      why: "Ausreisefrist läuft bis 31.08.2026.",
      dueOn: day("2026-08-31"),
      norm: { norm: "§ 58 Abs. 1 AufenthG", version: "2026-08-19" },
    },
  ]);
});
