/** Cases of the demo authority, in every standing that an official meets. All persons are invented. */
import { openCase, recordEvent } from "../features/case/index.ts";
import { type Day, dayInGermany } from "../kernel/day.ts";
import type { Context } from "../platform/context.ts";
import type { As } from "./as.ts";

type Fields = Record<string, unknown> & { type: string; on: Day };
type Story = {
  names: [family: string, given: string];
  birthDate: string;
  family?: string;
  events: (today: Day) => Fields[];
};

const threat = (on: Day): Fields => ({
  type: "removalThreatServed",
  on,
  basis: "aufenthG59",
  targetStates: "Testland",
  instructionOnRemedies: "correct",
  claimSuspends: "no",
});
const duty = (on: Day): Fields => ({ type: "obligationToLeaveArisen", on, enforceableBy: "law" });
const period = (on: Day, until: Day): Fields => ({ type: "departurePeriodSet", on, until });

const ago = (today: Day, days: number): Day => today.subtract({ days });
const enforceable = (today: Day): Fields[] => [
  duty(ago(today, 200)),
  threat(ago(today, 190)),
  period(ago(today, 190), ago(today, 160)),
];

const stories: readonly Story[] = [
  { names: ["Muster", "Țvetana"], birthDate: "1991-03-04", events: enforceable },
  { names: ["Probe-Test", "Đorđe"], birthDate: "1988-00-00", events: enforceable },
  { names: ["Beispiel", "Nguyễn"], birthDate: "1979-11-30", family: "Familie Beispiel", events: enforceable },
  { names: ["Beispiel", "Kim"], birthDate: "2019-05-12", family: "Familie Beispiel", events: enforceable },
  {
    names: ["Testperson", "Jürgen"],
    birthDate: "1995-07-21",
    events: (today) => [duty(ago(today, 20)), threat(ago(today, 15)), period(ago(today, 15), today.add({ days: 10 }))],
  },
  {
    names: ["Musterfrau", "Zoë"],
    birthDate: "1983-01-09",
    events: (today) => [
      ...enforceable(today),
      { type: "suspensionIssued", on: ago(today, 12), reason: "b-bb", until: today.add({ days: 40 }) },
    ],
  },
  { names: ["Probst-Probe", "Ömer"], birthDate: "1990-10-02", events: (today) => [duty(ago(today, 5))] },
  { names: ["Testmann", "Łukasz"], birthDate: "1975-02-17", events: () => [] },
];

export async function fillWitten(as: As): Promise<void> {
  const context = await as("witten-beispiel");
  const today = dayInGermany(context.now);
  for (const [index, story] of stories.entries()) await openStory(context, story, index, today);
  await context.finish();
}

async function openStory(
  context: Context,
  { names, birthDate, family, events }: Story,
  index: number,
  today: Day,
): Promise<void> {
  const [familyName, givenNames] = names;
  const caseId = await context.change((change) =>
    openCase(
      change,
      {
        fileNumber: `31.30-${String(101 + index).padStart(4, "0")}`,
        person: { familyName, givenNames, birthDate, nationalities: ["998"] },
        address: {
          street: "Musterweg",
          houseNumber: String(index + 1),
          postcode: "58452",
          place: "Witten",
          ags: "05954036",
        },
        familyLabel: family,
      },
      [],
      today,
    ),
  );
  for (const { type, ...fields } of events(today)) {
    const recorded = await recordEvent(context, caseId, { type, fields });
    if (!recorded.ok) throw new Error(`${type}: ${JSON.stringify(recorded.refusal)}`);
  }
}
