/** What the form of each topic brings, as part of the content. Empty is allowed: a topic may be saved half done. */
import { z } from "zod";
import type { Day } from "../../kernel/day.ts";
import { checkbox, choice, choices, optionalDay, optionalText, optionalTime } from "../../platform/http/fields.ts";
import { type AssistanceDraft, type AssistedPerson, proposedNorms } from "./domain/assistance.ts";
import type { CourtOrder, CourtOrderKind } from "./domain/court-order.ts";

/** What a form needs to know beside what was typed. */
export type TopicFacts = {
  persons: readonly AssistedPerson[];
  /** SHA-256 of the attached court orders. */
  attached: Partial<Record<CourtOrderKind, string>>;
};
export type Patch = Partial<AssistanceDraft>;

const text = (max = 2000) => optionalText(max).transform((value) => value ?? "");
const norms = [...proposedNorms] as [string, ...string[]];

export const forceRows = 4;
const rows = [...Array(forceRows).keys()];

const measure = () =>
  z
    .object({
      reason: text(),
      norms: choices(norms),
      freeText: text(500),
      startsOn: optionalDay(),
      startsAt: optionalTime(),
      nightFacts: text(),
    })
    .superRefine(({ startsOn, startsAt }, ctx) => {
      if ((startsOn === undefined) === (startsAt === undefined)) return;
      const path = [startsOn ? "startsAt" : "startsOn"];
      ctx.addIssue({ code: "custom", path, message: "Tag und Uhrzeit gehören zusammen." });
    })
    .transform(({ reason, norms: chosen, freeText, startsOn, startsAt, nightFacts }): Patch => ({
      reason,
      legalBasis: { norms: chosen, freeText },
      plannedStart: startsOn && startsAt ? { on: startsOn, time: startsAt } : undefined,
      nightFacts,
    }));

const persons = (facts: TopicFacts) =>
  z
    .object({ persons: choices(indexes(facts.persons.length)), vulnerabilities: text() })
    .transform(({ persons: chosen, vulnerabilities }): Patch => ({
      persons: facts.persons.filter((_, index) => chosen.includes(String(index))),
      vulnerabilities,
    }));

const indexes = (count: number) => [...Array(Math.max(1, count)).keys()].map(String) as [string, ...string[]];

const place = () =>
  z
    .object({ address: text(500), accommodationFindings: text() })
    .transform((values): Patch => ({ place: { ...values, municipality: "" } }));

const forces = () =>
  z
    .object({
      name: text(200),
      phone: text(100),
      nightPhone: text(100),
      ...Object.fromEntries(
        rows.flatMap((row) => ["authority", "persons", "tel"].map((part) => [`${part}_${row}`, text(200)])),
      ),
    })
    .transform((form): Patch => {
      const value = (name: string): string => String((form as Record<string, unknown>)[name] ?? "");
      return {
        caseworker: { name: form.name, phone: form.phone, nightPhone: form.nightPhone },
        forcesOnSite: rows
          .map((row) => ({
            authority: value(`authority_${row}`),
            persons: value(`persons_${row}`),
            phone: value(`tel_${row}`),
          }))
          .filter((force) => Object.values(force).some((part) => part !== "")),
      };
    });

const meeting = () =>
  z
    .object({ time: optionalTime(), place: text(300) })
    .transform((values): Patch => ({ meeting: { time: values.time ?? "", place: values.place } }));

export const orderKinds: readonly CourtOrderKind[] = ["searchWarrant", "custodyOrder"];
export const orderStates = {
  attached: "liegt als Anlage bei",
  named: "wird mit Gericht und Aktenzeichen benannt",
  appliedFor: "ist beantragt",
  carried: "wird bei Beginn mitgeführt",
} as const;
type OrderState = keyof typeof orderStates;
const stateNames = Object.keys(orderStates) as [OrderState, ...OrderState[]];

const optionalState = z.union([z.literal("").transform(() => undefined), z.enum(stateNames)]).optional();

const courtOrders = ({ attached }: TopicFacts) =>
  z
    .object({
      need: choice(["undecided", "none", "required"], "Wählen Sie, ob ein Beschluss nötig ist."),
      noneReason: text(),
      kinds: choices(["searchWarrant", "custodyOrder"]),
      ...Object.fromEntries(
        orderKinds.flatMap((kind) => [
          [`state_${kind}`, optionalState],
          [`court_${kind}`, text(300)],
          [`number_${kind}`, text(100)],
          [`on_${kind}`, optionalDay()],
        ]),
      ),
    })
    .transform((typed, ctx): Patch => {
      // The fields of each kind have made an index type of the form; these four are the ones above.
      const form = typed as unknown as OrderForm;
      if (form.need === "undecided") return { courtOrders: { need: "undecided" } };
      if (form.need === "none") {
        if (!form.noneReason)
          ctx.addIssue({ code: "custom", path: ["noneReason"], message: "Begründen Sie, warum keiner nötig ist." });
        return { courtOrders: { need: "none", reason: form.noneReason } };
      }
      if (form.kinds.length === 0)
        ctx.addIssue({ code: "custom", path: ["kinds"], message: "Wählen Sie, welcher Beschluss nötig ist." });
      const orders = form.kinds.flatMap((kind) => {
        const order = readOrder(typed, kind, attached);
        if (typeof order !== "object") return [];
        if ("field" in order) {
          ctx.addIssue({ code: "custom", path: [`${order.field}_${kind}`], message: order.message });
          return [];
        }
        return [order];
      });
      return { courtOrders: { need: "required", kinds: form.kinds, orders } };
    });

type OrderForm = { need: "undecided" | "none" | "required"; noneReason: string; kinds: CourtOrderKind[] };
type OrderFault = { field: string; message: string };

function readOrder(
  form: Record<string, unknown>,
  kind: CourtOrderKind,
  attached: TopicFacts["attached"],
): CourtOrder | OrderFault | undefined {
  const state = form[`state_${kind}`] as OrderState | undefined;
  const court = String(form[`court_${kind}`] ?? "");
  const number = String(form[`number_${kind}`] ?? "");
  const on = form[`on_${kind}`] as Day | undefined;
  switch (state) {
    case undefined:
      return undefined;
    case "attached": {
      const sha256 = attached[kind];
      return sha256
        ? { kind, state, sha256 }
        : { field: "state", message: "Laden Sie den Beschluss zuerst als Anlage hoch." };
    }
    case "named":
      return court && number
        ? { kind, state, court, fileNumber: number }
        : { field: court ? "number" : "court", message: "Geben Sie Gericht und Aktenzeichen an." };
    case "appliedFor":
      return court && on
        ? { kind, state, court, on }
        : { field: court ? "on" : "court", message: "Geben Sie Gericht und Tag des Antrags an." };
    case "carried":
      return court
        ? { kind, state, by: court }
        : { field: "court", message: "Geben Sie an, wer den Beschluss mitführt." };
  }
}

/** Topics with a form of their own; hazards have pages of the measure, the co-signature is one box. */
export const topicForms = {
  measure,
  persons,
  place,
  forces,
  meeting,
  courtOrders,
  coSignature: () => z.object({ coSigned: checkbox() }).transform((): Patch => ({})),
} as const;
export type FormTopic = keyof typeof topicForms;
export const isFormTopic = (topic: string): topic is FormTopic => Object.hasOwn(topicForms, topic);
