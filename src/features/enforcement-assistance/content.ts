/**
 * The content of a request for police assistance as it is stored and sent (JSON), checked at the border: the draft,
 * which topics somebody has saved, and from sending on the hazard assessment as it was then.
 */
import { z } from "zod";
import { type Day, parseDay } from "../../kernel/day.ts";
import { type AssistanceDraft, emptyDraft } from "./domain/assistance.ts";
import {
  type HazardAssessment,
  type HazardSource,
  hazardSources,
  type SourceAnswer,
} from "./domain/hazard-assessment.ts";
import type { HazardStatement } from "./domain/hazard-statement.ts";
import type { Topic } from "./domain/tasks.ts";

const text = (max = 2000) => z.string().max(max).default("");

const isoDay = z.string().transform((iso, ctx): Day => {
  const found = parseDay(iso);
  if (found) return found;
  ctx.addIssue("Kein Datum. Erwartet wird JJJJ-MM-TT.");
  return z.NEVER;
});

const orderKind = z.enum(["searchWarrant", "custodyOrder"]);
const order = z.discriminatedUnion("state", [
  z.object({ kind: orderKind, state: z.literal("appliedFor"), court: z.string().max(300), on: isoDay }),
  z.object({ kind: orderKind, state: z.literal("named"), court: z.string().max(300), fileNumber: z.string().max(100) }),
  z.object({ kind: orderKind, state: z.literal("attached"), sha256: z.string().length(64) }),
  z.object({ kind: orderKind, state: z.literal("carried"), by: z.string().max(300) }),
]);
const courtOrders = z.discriminatedUnion("need", [
  z.object({ need: z.literal("undecided") }),
  z.object({ need: z.literal("none"), reason: z.string().max(2000) }),
  z.object({ need: z.literal("required"), kinds: z.array(orderKind).max(2), orders: z.array(order).max(10) }),
]);

/** What the requester may write; the rest of the content is added by the program. */
export const draftSchema = z.object({
  reason: text(),
  legalBasis: z
    .object({ norms: z.array(z.string().max(200)).max(20), freeText: text(500) })
    .default(emptyDraft.legalBasis as { norms: string[]; freeText: string }),
  plannedStart: z
    .object({ on: isoDay, time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Uhrzeit als 06:15.") })
    .optional(),
  persons: z
    .array(
      z.object({ familyName: z.string().max(300), givenNames: z.string().max(300), birthYear: z.string().max(10) }),
    )
    .max(50)
    .default([]),
  place: z
    .object({ address: text(500), municipality: text(200), accommodationFindings: text() })
    .default(emptyDraft.place),
  caseworker: z.object({ name: text(200), phone: text(100), nightPhone: text(100) }).default(emptyDraft.caseworker),
  forcesOnSite: z
    .array(z.object({ authority: z.string().max(200), persons: z.string().max(200), phone: z.string().max(100) }))
    .max(20)
    .default([]),
  meeting: z.object({ time: text(50), place: text(300) }).default(emptyDraft.meeting),
  courtOrders: courtOrders.default({ need: "undecided" }),
  vulnerabilities: text(),
  nightFacts: text(),
  coSignedBy: text(200),
});

const words = <K extends string>(...values: [K, ...K[]]) => z.enum(values);
const planned = z.object({ kind: z.literal("planned"), text: z.string() });
const none = z.object({ kind: z.literal("none"), reason: z.string() });
const heard = z.object({ kind: z.literal("heard"), text: z.string() });
const notHeard = z.object({ kind: z.literal("notHeard"), reason: z.string() });

const sentStatement = z.object({
  id: z.string(),
  nature: words("fact", "assessment"),
  text: z.string(),
  origin: z.string(),
  dated: isoDay,
  reliability: words("documented", "comprehensible", "unconfirmed"),
  concerns: z.array(words("team", "person", "children", "coResidents")),
  protectiveMeasure: z.discriminatedUnion("kind", [planned, none]),
  personsRemark: z.discriminatedUnion("kind", [heard, notHeard]),
  legalBasis: z.string(),
  expiresOn: isoDay,
  author: z.string(),
});

const sentAnswer = z.discriminatedUnion("result", [
  z.object({ result: z.literal("open") }),
  z.object({ result: z.literal("noFindings"), answeredOn: isoDay, reference: z.string() }),
  z.object({ result: z.literal("findings"), statements: z.array(sentStatement) }),
]);

/** The assessment as it was when the request was sent; `author` and `reviewer` are names here. */
const findingsSchema = z.object({
  finalisedOn: isoDay,
  reviewer: z.string(),
  sources: z.object({ ownFindings: sentAnswer, policeFindings: sentAnswer, prosecutorFindings: sentAnswer }),
});
export type SentFindings = z.output<typeof findingsSchema>;

/** A slice has only some of the fields; what is missing stays empty. */
export const contentSchema = draftSchema.extend({
  seen: z.array(z.string()).default([]),
  findings: findingsSchema.optional(),
});
export type AssistanceContent = z.output<typeof contentSchema>;

export const readContent = (stored: Record<string, unknown> | undefined): AssistanceContent =>
  contentSchema.parse(stored ?? {});

export const draftOf = ({ seen: _seen, findings: _findings, ...draft }: AssistanceContent): AssistanceDraft => ({
  ...draft,
  plannedStart: draft.plannedStart,
});

export const seenTopics = ({ seen }: AssistanceContent): Set<Topic> => new Set(seen as Topic[]);

/** JSON of a content or of a part of it: days become ISO text. */
export const toStored = (content: object): Record<string, unknown> =>
  JSON.parse(JSON.stringify(content)) as Record<string, unknown>;

/** The final assessment with names instead of ids, as it goes out. */
export function findingsOf(
  assessment: Extract<HazardAssessment, { status: "final" }>,
  { reviewerName, authorNames }: { reviewerName: string | undefined; authorNames: ReadonlyMap<string, string> },
): SentFindings {
  const named = (statement: HazardStatement) => ({ ...statement, author: authorNames.get(statement.author) ?? "" });
  const answer = (each: SourceAnswer) =>
    each.result === "findings" ? { ...each, statements: each.statements.map(named) } : each;
  const sources = Object.fromEntries(hazardSources.map((source) => [source, answer(assessment.sources[source])]));
  return {
    finalisedOn: assessment.finalisedOn,
    reviewer: reviewerName ?? "",
    // All three sources were just set from the list of sources.
    sources: sources as Record<HazardSource, SentFindings["sources"][HazardSource]>,
  };
}
