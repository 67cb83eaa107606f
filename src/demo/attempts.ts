/** Takes a measure of the demo forward, step by step, as officials do: plan, gates, approvals, assessment, request. */
import { findCase } from "../features/case/index.ts";
import {
  answerNoFindings,
  draftAssistance,
  enforcementAssistance,
  finaliseAssessment,
  findAssessment,
  putStatement,
} from "../features/enforcement-assistance/index.ts";
import {
  answerGate,
  answeredGates,
  applyMeasureEvent,
  findMeasure,
  openMeasure,
  planMeasure,
  type StatedEvent,
  type StoredMeasure,
} from "../features/measure/index.ts";
import { applyRequestEvent, findRequest, type RequestEvent, saveContent } from "../features/request/index.ts";
import { takeStep } from "../features/voluntary-return/index.ts";
import { type Day, dayInGermany } from "../kernel/day.ts";
import { newId } from "../kernel/id.ts";
import type { Result } from "../kernel/result.ts";
import type { Context } from "../platform/context.ts";
import { instantInGermany } from "../platform/http/german-time.ts";

/** The value, or an error that names what the demo tells wrongly. */
function expectOk<T>(what: string, result: Result<T, unknown>): T {
  if (result.ok) return result.value;
  throw new Error(`demo, ${what}: ${JSON.stringify(result.refusal)}`);
}

const measureOf = async (context: Context, id: string): Promise<StoredMeasure> => {
  const stored = await findMeasure(context, id);
  if (!stored) throw new Error(`demo: no measure ${id}`);
  return stored;
};

/** Offered and declined: without it no measure may be released (§ 59 Abs. 1 AufenthG). */
export async function declineOffer(context: Context, caseId: string, offered: Day): Promise<void> {
  const declined = { type: "declined", on: offered.add({ days: 9 }), statement: "Möchte nicht ausreisen." } as const;
  for (const step of [{ type: "offered", on: offered } as const, declined]) {
    const file = await findCase(context, caseId);
    expectOk("offer", await takeStep(context, caseId, { seenVersion: file?.version ?? 0, step }));
  }
}

export type Attempt = { caseId: string; start: Day; place: string; ags: string };

/** A planned attempt in the morning of a day; gives its id. */
export async function openAttempt(context: Context, { caseId, start, place, ags }: Attempt): Promise<string> {
  const opened = { id: newId(), caseId, kind: "removal" as const, targetState: "FR", companions: [] };
  const id = expectOk("measure", await openMeasure(context, opened));
  const plan = {
    startsAt: instantInGermany(start, "09:15"),
    arrivesAt: instantInGermany(start, "16:00"),
    place,
    ags,
    dwelling: false,
    note: undefined,
    seenVersion: 1,
  };
  expectOk("plan", await planMeasure(context, id, plan));
  return id;
}

/** Answers what people answer with yes; some answers expire on a day. */
export async function answerGates(context: Context, id: string, expiring: Readonly<Record<string, Day>> = {}) {
  for (const gate of answeredGates) {
    const evidence = "Bl. 14";
    const answer = { gate, answer: "yes" as const, reason: "geprüft", evidence, expiresOn: expiring[gate] };
    expectOk(gate, await answerGate(context, id, answer));
  }
}

export async function takeMeasure(context: Context, id: string, ...steps: StatedEvent[]): Promise<void> {
  for (const stated of steps) {
    const { version } = await measureOf(context, id);
    expectOk(stated.type, await applyMeasureEvent(context, id, version, stated));
  }
}

/** Three sources, one with a fact in words; closed by another person than the author. */
export async function assess(author: Context, reviewer: Context, id: string): Promise<void> {
  const measure = await measureOf(author, id);
  const today = dayInGermany(author.now);
  const seen = async () => ({ measure, seenVersion: (await findAssessment(author, id)).version });
  const statement = {
    id: newId(),
    nature: "fact" as const,
    text: "Beim letzten Besuch wurde die Tür nicht geöffnet.",
    origin: `Vermerk ${author.actor.name}, Bl. 27`,
    dated: today.subtract({ days: 30 }),
    reliability: "documented" as const,
    concerns: ["team" as const],
    protectiveMeasure: { kind: "planned" as const, text: "zivile Kleidung, Sprachmittlung" },
    personsRemark: { kind: "notHeard" as const, reason: "Die Person war nicht anwesend." },
    legalBasis: "§ 86 Satz 1 AufenthG",
    expiresOn: today.add({ days: 90 }),
    author: author.actor.officerId,
  };
  await putStatement(author, await seen(), "ownFindings", { statement, replaces: undefined });
  const answer = { answeredOn: today.toString(), reference: "Antwort mit Aktenvermerk" };
  for (const source of ["policeFindings", "prosecutorFindings"] as const)
    expectOk(source, await answerNoFindings(author, await seen(), source, answer));
  expectOk("review", await finaliseAssessment(reviewer, { measure, seenVersion: (await seen()).seenVersion }));
}

const writtenContent = (author: string, town: string) => ({
  reason: "Widerstand zu erwarten; eigene Kräfte reichen nicht aus.",
  legalBasis: { norms: ["§ 71 Abs. 1 AufenthG", "§§ 47 ff. PolG NRW"], freeText: "" },
  caseworker: { name: author, phone: "0000 12-340", nightPhone: "0000 12-345" },
  forcesOnSite: [{ authority: `ABH ${town}`, persons: "zwei", phone: "0000 12-341" }],
  meeting: { time: "08:45", place: `Wache ${town}` },
  courtOrders: { need: "none", reason: "Kein Betreten einer Wohnung." },
  seen: ["measure", "persons", "place", "forces", "meeting", "courtOrders"],
});

/** A draft with everything that is mandatory; gives the id of the request. */
export async function draftFor(context: Context, measureId: string, town: string): Promise<string> {
  const id = expectOk("draft", await draftAssistance(context, await measureOf(context, measureId), { id: newId() }));
  const stored = await findRequest(context, id);
  if (!stored) throw new Error(`demo: no request ${id}`);
  const content = { ...stored.content, ...writtenContent(context.actor.name, town) };
  await saveContent(context, { id, seenVersion: stored.version, topic: "measure", content });
  return id;
}

type More = { due?: Date; data?: Record<string, unknown> };

/** One step of either side; gives the number of the request. */
export async function takeRequest(context: Context, id: string, event: RequestEvent, more: More = {}): Promise<string> {
  const stored = await findRequest(context, id);
  if (!stored) throw new Error(`demo: no request ${id}`);
  const { due, data = {} } = more;
  const dated = due ? { ...data, due: due.toISOString() } : data;
  const input = { id, seenVersion: stored.version, event, due, data: dated };
  expectOk(event.type, await applyRequestEvent(context, [enforcementAssistance], input));
  return stored.number;
}
