/** Makes the draft of a request from a measure: addressee by municipality, defaults from case, plan and directory. */
import { dayInGermany } from "../../kernel/day.ts";
import { ok, refused, type Result } from "../../kernel/result.ts";
import type { Change } from "../../platform/change.ts";
import type { Context } from "../../platform/context.ts";
import { formatTime } from "../../ui/index.ts";
import { findAuthority } from "../authority/index.ts";
import { findPerson } from "../case/index.ts";
import { casesOf, findMeasure, findPlan, hasEnded, type StoredMeasure } from "../measure/index.ts";
import { draftRequest, findRequest, requestsOfCase, type StoredRequest } from "../request/index.ts";
import { type AddresseeRefusal, addresseeRefusalText, policeFor } from "./competence.ts";
import { draftOf, readContent, toStored } from "./content.ts";
import { type AssistanceDraft, type AssistedPerson, copyForNextAttempt, emptyDraft } from "./domain/assistance.ts";
import { lockMeasureRow } from "./assistance-queries.ts";
import { measureEndedText } from "./texts.ts";

export type DraftRefusal = AddresseeRefusal | { code: "measureEnded" };

export const draftRefusalText = (refusal: DraftRefusal): string =>
  refusal.code === "measureEnded" ? measureEndedText : addresseeRefusalText(refusal);

/** `id` comes from the form: sending it twice makes one draft. `copyOf` is a request of an earlier attempt. */
export type NewDraft = { id: string; copyOf?: string | undefined };

export async function draftAssistance(
  context: Context,
  measure: StoredMeasure,
  { id, copyOf }: NewDraft,
): Promise<Result<string, DraftRefusal>> {
  return context.change(async (change) => {
    await lockMeasureRow(change, measure.id);
    if (await findRequest(change, id)) return ok(id);
    // Read again behind the lock: a stop may have come since the page was opened.
    const now = await findMeasure(change, measure.id);
    if (!now || hasEnded(now.measure)) return refused({ code: "measureEnded" });
    const police = await policeFor(change, measure.id);
    if (!police.ok) return police;
    await draftRequest(change, {
      id,
      type: "enforcementAssistance",
      caseId: measure.caseId,
      measureId: measure.id,
      ownerId: measure.ownerId,
      addresseeId: police.value.authorityId,
      addresseeCapacity: "districtPolice",
      content: toStored(await firstContent(change, measure, copyOf)),
      year: context.today.year,
    });
    change.announce(`measure:${measure.id}`);
    return ok(id);
  });
}

/** Requests of earlier attempts of the case that may be copied. */
export const copyableRequests = async (reader: Pick<Change, "db">, measure: StoredMeasure): Promise<StoredRequest[]> =>
  (await requestsOfCase(reader, measure.caseId)).filter(
    ({ type, measureId, content }) => type === "enforcementAssistance" && measureId !== measure.id && content,
  );

/** A copy keeps what is still true; date, orders, signature and the assessment belong to the attempt and begin anew. */
async function firstContent(change: Change, measure: StoredMeasure, copyOf?: string): Promise<AssistanceDraft> {
  const fresh = await defaultsFor(change, measure);
  const source = copyOf && (await copyableRequests(change, measure)).find(({ id }) => id === copyOf);
  if (!source) return fresh;
  const { plannedStart, persons, place } = fresh;
  const copy = copyForNextAttempt(draftOf(readContent(source.content)));
  return { ...copy, plannedStart, persons, place: { ...copy.place, address: place.address || copy.place.address } };
}

/** Only what the plan, the persons and the directory say. Reason and legal basis are never proposed as an answer. */
async function defaultsFor(change: Change, measure: StoredMeasure): Promise<AssistanceDraft> {
  const plan = await findPlan(change, measure.id);
  const owner = await findAuthority(change, measure.ownerId);
  return {
    ...emptyDraft,
    plannedStart: plan?.startsAt ? { on: dayInGermany(plan.startsAt), time: formatTime(plan.startsAt) } : undefined,
    persons: await personsOf(change, measure.id),
    place: { ...emptyDraft.place, address: plan?.place ?? "" },
    caseworker: { name: change.actor.name, phone: owner?.phoneDay ?? "", nightPhone: owner?.phoneNight ?? "" },
  };
}

/** Name and year of birth; the police learn no more (§ 86 Satz 1 AufenthG). */
export async function personsOf(reader: Pick<Change, "db">, measureId: string): Promise<AssistedPerson[]> {
  const persons: AssistedPerson[] = [];
  for (const caseId of await casesOf(reader, measureId)) {
    const person = await findPerson(reader, caseId);
    if (!person) continue;
    const year = person.birthDate?.slice(0, 4) ?? "0000";
    persons.push({
      familyName: person.familyName,
      givenNames: person.givenNames,
      birthYear: year === "0000" ? "unbekannt" : year,
    });
  }
  return persons;
}
