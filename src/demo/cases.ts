/** Opens the cases of the demo: a person who does not exist, an address in a street that does not exist, legal events. */
import { checkLegalEvent, openCase } from "../features/case/index.ts";
import { type Day, dayInGermany } from "../kernel/day.ts";
import type { Context } from "../platform/context.ts";

export type Fields = Record<string, unknown> & { type: string; on: Day };

export type Story = {
  fileNumber: string;
  names: [family: string, given: string];
  birthDate: string;
  family?: string;
  language?: string;
  /** Account whose case it is; null: nobody's yet. */
  officerId: string | null;
  /** By the day on which the case is opened. */
  events: (today: Day) => Fields[];
};

export type Place = { street: string; houseNumber: string; postcode: string; place: string; ags: string };

export const ago = (today: Day, days: number): Day => today.subtract({ days });

const threat = (on: Day): Fields => ({
  type: "removalThreatServed",
  on,
  basis: "aufenthG59",
  targetStates: "Testland",
  instructionOnRemedies: "correct",
  claimSuspends: "no",
});
export const duty = (on: Day): Fields => ({ type: "obligationToLeaveArisen", on, enforceableBy: "law" });
const period = (on: Day, until: Day): Fields => ({ type: "departurePeriodSet", on, until });

/** Threat served, period to leave over since half a year. */
export const enforceable = (today: Day): Fields[] => [
  duty(ago(today, 200)),
  threat(ago(today, 190)),
  period(ago(today, 190), ago(today, 160)),
];

/** The period to leave still runs. */
export const periodRuns = (today: Day): Fields[] => [
  duty(ago(today, 20)),
  threat(ago(today, 15)),
  period(ago(today, 15), today.add({ days: 10 })),
];

/** Suspended for a while; no removal before. */
export const suspendedUntil =
  (until: number) =>
  (today: Day): Fields[] => [
    ...enforceable(today),
    { type: "suspensionIssued", on: ago(today, 12), reason: "b-bb", until: today.add({ days: until }) },
  ];

/** The time for a claim runs. */
export const servedLastWeek = (today: Day): Fields[] => [
  {
    type: "decisionServed",
    on: ago(today, 6),
    kind: "asylumStandard",
    instructionOnRemedies: "correct",
    removalActIncluded: true,
    targetStates: "Testland",
    claimSuspends: "yes",
  },
];

export const wittenAddress = (number: number): Place => ({
  street: "Musterweg",
  houseNumber: String(number),
  postcode: "58452",
  place: "Witten",
  ags: "05954036",
});

/** Opens the case with its first events; gives its id. */
export async function openStory(context: Context, story: Story, address: Place): Promise<string> {
  const today = dayInGermany(context.now);
  const events = story.events(today).map(({ type, ...fields }) => {
    const checked = checkLegalEvent(type, fields, today);
    if (!checked.ok) throw new Error(`${story.fileNumber} ${type}: ${JSON.stringify(checked.refusal)}`);
    return checked.value;
  });
  const [familyName, givenNames] = story.names;
  const { fileNumber, birthDate, family, language, officerId } = story;
  const person = { familyName, givenNames, birthDate, nationalities: ["998"] };
  const draft = { fileNumber, person, address, familyLabel: family, language, responsibleOfficerId: officerId };
  return context.change((change) => openCase(change, draft, events, today));
}
