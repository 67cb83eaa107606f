/** Cases whose transfer period or custody has expired, noticed by the watch: two alerts open, one acknowledged. Invented. */
import { openCase, recordEvent } from "../features/case/index.ts";
import { acknowledgeAlert, watchOwn } from "../features/deadline-watch/index.ts";
import { type Day, dayInGermany } from "../kernel/day.ts";
import { programAt } from "../platform/actor.ts";
import { createContext, type Context } from "../platform/context.ts";
import type { Pool } from "../platform/database/pool.ts";
import type { As } from "./as.ts";

type Fields = Record<string, unknown> & { type: string; on: Day };
type Story = { fileNumber: string; names: [family: string, given: string]; birthDate: string; events: Fields[] };
type Ago = (days: number) => Day;

const accepted = (ago: Ago, days: number): Fields[] => [
  { type: "applicationRegistered", on: ago(days + 70), kind: "takeCharge" },
  { type: "regimeDetermined", on: ago(days + 69), regime: "DublinIII", reason: "Antrag vor dem 01.07.2026, Bl. 3" },
  { type: "takeChargeRequested", on: ago(days + 40), memberState: "AT", onHit: false },
  { type: "requestAccepted", on: ago(days) },
];

const inCustody = (ago: Ago): Fields[] => [
  { type: "obligationToLeaveArisen", on: ago(200), enforceableBy: "law" },
  {
    type: "custodyStarted",
    on: ago(27),
    kind: "departureCustody",
    court: "Amtsgericht Probestadt",
    until: ago(3),
  },
];

const stories = (ago: Ago): Story[] => [
  { fileNumber: "31.30-0181", names: ["Beispiel-Test", "Ūna"], birthDate: "1994-05-01", events: inCustody(ago) },
  { fileNumber: "31.30-0182", names: ["Testmuster", "Iğdır"], birthDate: "1990-11-19", events: accepted(ago, 186) },
  { fileNumber: "31.30-0183", names: ["Probemann", "Þór"], birthDate: "1985-03-27", events: accepted(ago, 191) },
];

const owner = "ABH-05954036";
const dayMs = 24 * 60 * 60 * 1000;

export async function fillAlerts(as: As, pool: Pool): Promise<void> {
  const context = await as("witten-beispiel");
  const { now } = context;
  const today = dayInGermany(now);
  const cases: string[] = [];
  for (const story of stories((days) => today.subtract({ days }))) cases.push(await openStory(context, story, today));
  // The watch ran four days ago and then stood still: one alert says that it comes late.
  for (const at of [new Date(now.getTime() - 4 * dayMs), now])
    await watchOwn(createContext(pool, programAt(owner), at));
  await acknowledgeLast(context, cases.at(-1) ?? "");
  await context.finish();
}

async function acknowledgeLast(context: Context, caseId: string): Promise<void> {
  const alert = await context.db
    .selectFrom("deadline_notice")
    .select("id")
    .where("case_id", "=", caseId)
    .where("level", "=", "alert")
    .executeTakeFirstOrThrow();
  await acknowledgeAlert(context, alert.id, "Bundesamt unterrichtet, Übergang der Zuständigkeit wird dort geprüft");
}

async function openStory(context: Context, { fileNumber, names, birthDate, events }: Story, today: Day) {
  const [familyName, givenNames] = names;
  const person = { familyName, givenNames, birthDate, nationalities: ["998"] };
  const address = { street: "Testallee", houseNumber: "11", postcode: "58452", place: "Witten", ags: "05954036" };
  const caseId = await context.change((change) => openCase(change, { fileNumber, person, address }, [], today));
  for (const { type, ...fields } of events) {
    const recorded = await recordEvent(context, caseId, { type, fields });
    if (!recorded.ok) throw new Error(`${type}: ${JSON.stringify(recorded.refusal)}`);
  }
  return caseId;
}
