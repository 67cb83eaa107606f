/**
 * Cases of the demo authority, in every standing that an official meets, and the work that they make. All persons are
 * invented; days are counted from today, so that the demo never ages.
 */
import { openObstacle } from "../features/case/index.ts";
import { closeResubmissions, setResubmissions } from "../features/resubmission/index.ts";
import { setDeputy } from "../features/deputy/index.ts";
import { type Day, dayInGermany } from "../kernel/day.ts";
import type { Context } from "../platform/context.ts";
import { type As, daysFrom } from "./as.ts";
import type { CaseOf } from "./asking-police.ts";
import {
  ago,
  duty,
  enforceable,
  type Fields,
  openStory,
  periodRuns,
  servedLastWeek,
  type Story,
  suspendedUntil,
  wittenAddress,
} from "./cases.ts";
import { workOfWitten } from "./witten-work.ts";

type Plan = Omit<Story, "officerId" | "events" | "birthDate"> & {
  birthDate?: string;
  officer?: "zweit" | "nobody";
  events?: (today: Day) => Fields[];
  /** Derived so many days ago, as a case that nobody has opened since. */
  derived?: number;
};

/** Ten years are over in so many days: what is kept of a departure is to be erased. */
const leftTenYearsAgo =
  (days: number) =>
  (today: Day): Fields[] => [
    {
      type: "departed",
      on: today.subtract({ years: 10 }).add({ days }),
      manner: "voluntary",
      proof: "exitCertificate",
      destination: "thirdCountry",
      destinationState: "Testland",
    },
  ];

const plans: readonly Plan[] = [
  { fileNumber: "31.30-0101", names: ["Muster", "Țvetana"], language: "Serbisch" },
  { fileNumber: "31.30-0102", names: ["Probe-Test", "Đorđe"], birthDate: "1988-00-00" },
  { fileNumber: "31.30-0103", names: ["Beispiel", "Nguyễn"], family: "Familie Beispiel", officer: "zweit" },
  {
    fileNumber: "31.30-0104",
    names: ["Beispiel", "Kim"],
    family: "Familie Beispiel",
    officer: "zweit",
    birthDate: "2019-05-12",
  },
  { fileNumber: "31.30-0105", names: ["Testperson", "Jürgen"], events: periodRuns },
  { fileNumber: "31.30-0106", names: ["Musterfrau", "Zoë"], officer: "zweit", events: suspendedUntil(40) },
  { fileNumber: "31.30-0107", names: ["Probst-Probe", "Ömer"], events: (today) => [duty(ago(today, 5))] },
  { fileNumber: "31.30-0108", names: ["Testmann", "Łukasz"], officer: "nobody", events: () => [] },
  { fileNumber: "31.30-0109", names: ["Beispielmann", "Åse"] },
  { fileNumber: "31.30-0110", names: ["Testerin", "Œuvra"], officer: "zweit" },
  { fileNumber: "31.30-0111", names: ["Probekandidat", "Ian"] },
  { fileNumber: "31.30-0112", names: ["Musterling", "Šárka"] },
  { fileNumber: "31.30-0113", names: ["Testfall", "Ķārlis"] },
  { fileNumber: "31.30-0114", names: ["Probefrau", "Ñusta"], officer: "zweit" },
  { fileNumber: "31.30-0115", names: ["Beispielfrau", "Þóra"] },
  { fileNumber: "31.30-0116", names: ["Musterprobe", "İpek"] },
  { fileNumber: "31.30-0117", names: ["Testmuster", "Ştefan"], events: servedLastWeek },
  {
    fileNumber: "31.30-0118",
    names: ["Probemuster", "Gül"],
    officer: "nobody",
    events: suspendedUntil(-2),
    derived: 10,
  },
  { fileNumber: "31.30-0119", names: ["Beispielkind", "Çağla"], officer: "nobody", events: servedLastWeek },
  { fileNumber: "31.30-0130", names: ["Probealtfall", "Inés"], events: leftTenYearsAgo(12) },
  { fileNumber: "31.30-0131", names: ["Testaltfall", "Bjørn"], officer: "zweit", events: leftTenYearsAgo(-2) },
];

export async function fillWitten(as: As): Promise<void> {
  const context = await as("witten-beispiel");
  const second = await as("witten-zweit");
  const officers = { own: context.actor.officerId, zweit: second.actor.officerId, nobody: null };
  const cases: Record<string, string> = {};
  for (const [index, plan] of plans.entries()) {
    const opener = plan.derived ? await as("witten-beispiel", daysFrom(context.now, -plan.derived)) : context;
    cases[plan.fileNumber] = await openStory(opener, storyOf(plan, officers), wittenAddress(index + 1));
    if (opener !== context) await opener.finish();
  }
  const caseOf = (fileNumber: string): string => cases[`31.30-${fileNumber}`] ?? "";
  await remind(context, caseOf);
  await findObstacles(context, caseOf);
  await standIn(second, officers.own);
  await workOfWitten(as, caseOf);
  await lookAround(as, caseOf);
  await second.finish();
  await context.finish();
}

function storyOf(plan: Plan, officers: { own: string; zweit: string; nobody: null }): Story {
  const { officer = "own", birthDate = "1991-03-04", events = enforceable, derived = 0, ...rest } = plan;
  // Days of the story are counted from today, also where the case was derived earlier.
  return { ...rest, birthDate, officerId: officers[officer], events: (today) => events(today.add({ days: derived })) };
}

/** Wiedervorlagen: overdue, of today, of next week, and one that is done. */
async function remind(context: Context, caseOf: CaseOf): Promise<void> {
  const today = dayInGermany(context.now);
  const set = (fileNumber: string, days: number, note: string) =>
    setResubmissions(context, { caseIds: [caseOf(fileNumber)], dueOn: today.add({ days }), note });
  await set("0105", 0, "Nachweis der Ausreise angekommen?");
  await set("0107", -1, "Zustellnachweis der Androhung anfordern");
  await set("0106", 6, "Duldung: Verlängerung prüfen");
  await set("0108", 3, "Akte aus Musterstadt angekommen?");
  await set("0101", -3, "Sprachmittlung anfragen");
  const done = await context.db
    .selectFrom("resubmission")
    .select("id")
    .where("case_id", "=", caseOf("0101"))
    .executeTakeFirstOrThrow();
  await closeResubmissions(context, { ids: [done.id], result: "Zusage liegt vor, Bl. 31" });
}

/** Obstacles whose review comes: one of this week, one that is overdue. */
async function findObstacles(context: Context, caseOf: CaseOf): Promise<void> {
  const today = dayInGermany(context.now);
  const opened = await openObstacle(context, caseOf("0103"), {
    seenVersion: 1,
    type: "travelDocumentMissing",
    on: ago(today, 30),
    text: "Passersatz beantragt, Antwort der Botschaft steht aus.",
    reason: undefined,
    reviewOn: today.add({ days: 2 }),
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
}

/** J. Zweit is away for a week; A. Beispiel stands in. */
async function standIn(absent: Context, deputyId: string): Promise<void> {
  const today = dayInGermany(absent.now);
  const wanted = { absentId: absent.actor.officerId, deputyId, from: today, until: today.add({ days: 6 }) };
  const set = await setDeputy(absent, wanted);
  if (!set.ok) throw new Error(set.refusal);
}

/** A few accesses, so that data protection sees what such a log looks like. */
async function lookAround(as: As, caseOf: CaseOf): Promise<void> {
  const looks = [
    ["witten-zweit", "0101", "Vertretung"],
    ["witten-muster", "0101", "Prüfung und Freigabe"],
    ["witten-probe", "0112", "Prüfung und Freigabe"],
    ["witten-muster", "0113", "Aufsicht: Nachfrage zum Stopp"],
  ] as const;
  for (const [account, fileNumber, purpose] of looks) {
    const context = await as(account);
    context.noteAccess({ what: "Fallakte", purpose, caseId: caseOf(fileNumber), ownerId: "ABH-05954036" });
    await context.finish();
  }
}
