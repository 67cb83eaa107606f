/**
 * Work of the other authorities of the demo, so that nobody who signs in finds an empty list: Bochum asks the same police
 * as Witten, Koblenz has cases of today beside its figures. All persons are invented.
 */
import { openObstacle } from "../features/case/index.ts";
import { setResubmissions } from "../features/resubmission/index.ts";
import { type Day, dayInGermany } from "../kernel/day.ts";
import type { Context } from "../platform/context.ts";
import { instantInGermany } from "../platform/http/german-time.ts";
import { type As, hoursFrom } from "./as.ts";
import { type Cast, prepared, received, sent } from "./asking-police.ts";
import { answerGates, openAttempt, declineOffer, takeMeasure, takeRequest } from "./attempts.ts";
import {
  enforceable,
  type Fields,
  openStory,
  periodRuns,
  type Place,
  servedLastWeek,
  suspendedUntil,
} from "./cases.ts";

type Plan = { fileNumber: string; names: [family: string, given: string]; events?: (today: Day) => Fields[] };

const bochum: readonly Plan[] = [
  { fileNumber: "32.20-0201", names: ["Probelang", "Jonė"] },
  { fileNumber: "32.20-0202", names: ["Mustertest", "Vít"] },
  { fileNumber: "32.20-0203", names: ["Testbeispiel", "Oğuz"] },
  { fileNumber: "32.20-0204", names: ["Beispielreich", "Māra"], events: servedLastWeek },
  { fileNumber: "32.20-0205", names: ["Probetest", "Émile"], events: periodRuns },
  { fileNumber: "32.20-0206", names: ["Musterkamp", "Łucja"], events: suspendedUntil(9) },
];

const koblenz: readonly Plan[] = [
  { fileNumber: "33.20-301", names: ["Probethal", "Søren"] },
  { fileNumber: "33.20-302", names: ["Musterthal", "Żaneta"], events: servedLastWeek },
  { fileNumber: "33.20-303", names: ["Testthal", "Çiğdem"], events: periodRuns },
  { fileNumber: "33.20-304", names: ["Beispielthal", "Ilija"], events: suspendedUntil(5) },
  { fileNumber: "33.20-305", names: ["Probekamp", "Ólafur"] },
];

type Town = Omit<Place, "houseNumber">;
const bochumAt: Town = { street: "Probeallee", postcode: "44787", place: "Bochum", ags: "05911000" };
const koblenzAt: Town = { street: "Testgasse", postcode: "56068", place: "Koblenz", ags: "07111000" };

/** Opens the cases in the name of the caller; gives their ids by file number. */
async function openAll(context: Context, plans: readonly Plan[], town: Town): Promise<Record<string, string>> {
  const cases: Record<string, string> = {};
  const officerId = context.actor.officerId;
  for (const [index, { events = enforceable, ...plan }] of plans.entries()) {
    const story = { ...plan, birthDate: "1989-10-17", officerId, events };
    cases[plan.fileNumber] = await openStory(context, story, { ...town, houseNumber: String(index + 1) });
  }
  return cases;
}

type Reminder = readonly [fileNumber: string, days: number, note: string];

async function remind(context: Context, cases: Record<string, string>, reminders: readonly Reminder[]): Promise<void> {
  const today = dayInGermany(context.now);
  for (const [fileNumber, days, note] of reminders)
    await setResubmissions(context, { caseIds: [cases[fileNumber] ?? ""], dueOn: today.add({ days }), note });
}

/** An obstacle that is looked at again in so many days. */
async function awaitPassport(context: Context, caseId: string, reviewIn: number): Promise<void> {
  const today = dayInGermany(context.now);
  const opened = await openObstacle(context, caseId, {
    seenVersion: 1,
    type: "travelDocumentMissing",
    on: today.subtract({ days: 20 }),
    text: "Passersatz beantragt, Antwort der Botschaft steht aus.",
    reason: undefined,
    reviewOn: today.add({ days: reviewIn }),
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
}

/** For the police a fresh request and one with a question back; a draft stays with the authority. */
export async function fillBochum(as: As): Promise<void> {
  const opener = await as("bochum-fremd");
  const cases = await openAll(opener, bochum, bochumAt);
  await remind(opener, cases, [
    ["32.20-0204", 0, "Eingang der Klage beim Gericht erfragen"],
    ["32.20-0206", 2, "Duldung: Verlängerung prüfen"],
  ]);
  await awaitPassport(opener, cases["32.20-0206"] ?? "", 3);
  const { now } = opener;
  const caseOf = (fileNumber: string): string => cases[fileNumber] ?? "";
  const addressOf = (fileNumber: string): Place => ({ ...bochumAt, houseNumber: fileNumber.slice(-1) });
  const cast = async (at: Date): Promise<Cast> => {
    const [author, reviewer, police] = [
      await as("bochum-fremd", at),
      await as("bochum-paar", at),
      await as("bochum-wache", at),
    ];
    return { author, reviewer, police, caseOf, addressOf };
  };
  const before = await cast(hoursFrom(now, -3));
  const asked = await received(before, "32.20-0201", 4);
  const question = { type: "questionAsked", question: "Gibt es einen zweiten Zugang zum Haus?" } as const;
  const due = instantInGermany(dayInGermany(now).add({ days: 1 }), "10:00");
  await takeRequest(before.police, asked.requestId, question, { due });
  await sent(before, "32.20-0202", 6);
  await prepared(before, "32.20-0203", 8);
  for (const each of [opener, before.author, before.reviewer, before.police]) await each.finish();
}

/** A measure that waits for approval, one at its beginning, and what a week brings. */
export async function workOfKoblenz(as: As): Promise<void> {
  const context = await as("koblenz-statistik");
  const today = dayInGermany(context.now);
  const cases = await openAll(context, koblenz, koblenzAt);
  await remind(context, cases, [
    ["33.20-303", 0, "Nachweis der Ausreise angekommen?"],
    ["33.20-302", -1, "Akte des Bundesamts anfordern"],
  ]);
  await awaitPassport(context, cases["33.20-304"] ?? "", 1);
  const attempt = async (number: number, inDays: number): Promise<string> => {
    const caseId = cases[`33.20-${number}`] ?? "";
    await declineOffer(context, caseId, today.subtract({ days: 50 }));
    const site = { place: `Testgasse ${number - 300}, Koblenz`, ags: koblenzAt.ags };
    return openAttempt(context, { caseId, start: today.add({ days: inDays }), ...site });
  };
  await attempt(305, 20);
  const measureId = await attempt(301, 12);
  await answerGates(context, measureId, { G13: today.add({ days: 4 }) });
  await takeMeasure(context, measureId, { type: "gateCheckStarted" });
  await context.finish();
}
