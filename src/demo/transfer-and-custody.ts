/** Cases with clocks of a transfer, of custody and of transit, and one whose deadline has moved. All persons are invented. */
import { openCase, recordEvent } from "../features/case/index.ts";
import { type Day, dayInGermany } from "../kernel/day.ts";
import type { Context } from "../platform/context.ts";
import type { As } from "./as.ts";

type Fields = Record<string, unknown> & { type: string; on: Day };
type Story = { fileNumber: string; names: [family: string, given: string]; birthDate: string; events: Fields[] };

const decision = {
  kind: "asylumStandard",
  instructionOnRemedies: "correct",
  removalActIncluded: true,
  targetStates: "Testland",
};

/** The other state was silent: the confirmation follows from the law, the transfer period from the confirmation. */
const transfer = (ago: (days: number) => Day): Story => ({
  fileNumber: "31.30-0121",
  names: ["Probe-Muster", "Ánh"],
  birthDate: "1996-04-18",
  events: [
    { type: "hitReceived", on: ago(74), kind: "takeBack", source: "eurodac" },
    { type: "regimeDetermined", on: ago(72), regime: "AMMR", reason: "Antrag nach dem 01.07.2026 registriert, Bl. 4" },
    { type: "takeBackNotified", on: ago(70), memberState: "AT", onHit: true },
    { type: "transferDecided", on: ago(45) },
    {
      type: "removalOrderServed",
      on: ago(40),
      basis: "asylG34a",
      targetStates: "Österreich",
      instructionOnRemedies: "correct",
    },
  ],
});

/** Nobody has determined the law: both results stand beside each other. */
const unsettled = (ago: (days: number) => Day): Story => ({
  fileNumber: "31.30-0122",
  names: ["Testfrau", "Šárka"],
  birthDate: "2001-12-02",
  events: [
    { type: "applicationRegistered", on: ago(140), kind: "takeCharge" },
    { type: "takeChargeRequested", on: ago(100), memberState: "HR", onHit: false },
    { type: "requestAccepted", on: ago(76) },
    { type: "transferDecided", on: ago(66) },
  ],
});

/** First without a judge, then by order of the court; a transit is planned and not yet requested. */
const custody = (ago: (days: number) => Day): Story => ({
  fileNumber: "31.30-0123",
  names: ["Mustermann-Test", "Øystein"],
  birthDate: "1987-06-30",
  events: [
    { type: "obligationToLeaveArisen", on: ago(210), enforceableBy: "law" },
    {
      type: "removalThreatServed",
      on: ago(200),
      basis: "aufenthG59",
      targetStates: "Testland",
      instructionOnRemedies: "correct",
      claimSuspends: "no",
    },
    { type: "departurePeriodSet", on: ago(200), days: 30 },
    { type: "administrativeCustodyStarted", on: ago(9), at: "07:40", ground: "An der Wohnung angetroffen, Bl. 31" },
    {
      type: "custodyStarted",
      on: ago(8),
      kind: "departureCustody",
      court: "Amtsgericht Probestadt",
      until: ago(-12),
    },
    { type: "transitPlanned", on: ago(3), plannedFor: ago(-10), memberState: "PL" },
  ],
});

export async function fillTransferAndCustody(as: As): Promise<void> {
  const context = await as("witten-beispiel");
  const today = dayInGermany(context.now);
  const ago = (days: number): Day => today.subtract({ days });
  for (const story of [transfer, unsettled, custody]) await openStory(context, story(ago), today);
  const colleague = await as("witten-zweit");
  await openMoved([context, colleague], ago, today);
  await colleague.finish();
  await context.finish();
}

/** The receipt came later than the law presumes, so every deadline has moved; a colleague has recorded it. */
async function openMoved(
  [context, colleague]: readonly [Context, Context],
  ago: (days: number) => Day,
  today: Day,
): Promise<void> {
  const caseId = await openStory(
    context,
    { fileNumber: "31.30-0124", names: ["Beispielmann", "Ŷves"], birthDate: "1993-09-09", events: [] },
    today,
  );
  const of = await record(context, caseId, { type: "decisionHandedToCentre", on: ago(16), ...decision });
  await record(colleague, caseId, { type: "decisionReceived", on: ago(9), of });
}

async function openStory(context: Context, story: Story, today: Day): Promise<string> {
  const { fileNumber, names, birthDate, events } = story;
  const [familyName, givenNames] = names;
  const person = { familyName, givenNames, birthDate, nationalities: ["998"] };
  const address = { street: "Probeweg", houseNumber: "7", postcode: "58452", place: "Witten", ags: "05954036" };
  const caseId = await context.change((change) => openCase(change, { fileNumber, person, address }, [], today));
  for (const event of events) await record(context, caseId, event);
  return caseId;
}

async function record(context: Context, caseId: string, { type, ...fields }: Fields): Promise<string> {
  const recorded = await recordEvent(context, caseId, { type, fields });
  if (!recorded.ok) throw new Error(`${type}: ${JSON.stringify(recorded.refusal)}`);
  return recorded.value.eventId;
}
