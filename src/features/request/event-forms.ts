/** What a form must bring for each step of a request. Nothing here decides; the domain and the kind do. */
import { z } from "zod";
import type { Day } from "../../kernel/day.ts";
import type { Actor } from "../../platform/actor.ts";
import { optionalDay, optionalText, optionalTime, requiredText, version } from "../../platform/http/fields.ts";
import { instantInGermany } from "../../platform/http/german-time.ts";
import { formatDay } from "../../ui/index.ts";
import type { EventInput } from "./apply-event.ts";
import type { Party, RequestEvent, RequestEventType } from "./domain/request.ts";
import type { Choice, RegisteredType } from "./registered-type.ts";
import { debriefQuestions } from "./texts.ts";

/** What a form or a program says; the address brings the request. */
export type StepInput = Omit<EventInput, "id" | "seenVersion">;
type Around = { actor: Actor; party: Party; type: RegisteredType; mediator: string | undefined };
type StepForm = z.ZodType<StepInput>;

const plain = (event: RequestEvent): StepForm => z.object({}).transform(() => ({ event }));
const withDue = { dueOn: optionalDay(), dueAt: optionalTime() };

/** Without a time the whole day counts. */
const dueOf = (on: Day | undefined, at: string | undefined): Date | undefined =>
  on && instantInGermany(on, at ?? "23:59");

const question = z
  .object({ question: requiredText("Schreiben Sie Ihre Frage.", 2000, 3), ...withDue })
  .transform(({ question: text, dueOn, dueAt }) => {
    const due = dueOf(dueOn, dueAt);
    return {
      event: { type: "questionAsked" as const, question: text },
      due,
      data: due ? { due: due.toISOString() } : {},
    };
  });

const decline = ({ declineReasons }: RegisteredType) =>
  z
    .object({
      reason: z.enum(values(declineReasons), "Wählen Sie einen Grund."),
      text: requiredText("Begründen Sie die Ablehnung in einem Satz.", 2000, 3),
      nearestPossible: optionalDay(),
    })
    .transform(({ reason, text, nearestPossible }) => ({
      event: { type: "declined" as const, reason, text },
      data: nearestPossible ? { nearestPossible: nearestPossible.toString() } : {},
    }));

const values = (choices: readonly Choice[]) => choices.map(({ value }) => value) as [string, ...string[]];

/** `kinds` says which conditions; each has its own text, and a time where its kind needs one. */
function conditions({ conditionKinds }: RegisteredType): StepForm {
  const texts = Object.fromEntries(conditionKinds.map(({ value }) => [`text_${value}`, optionalText(1000)]));
  const kinds = z.preprocess(
    (raw) => (raw === undefined ? [] : [raw].flat()),
    z.array(z.enum(values(conditionKinds))).min(1, "Wählen Sie mindestens eine Auflage."),
  );
  return z
    .object({ kinds, on: optionalDay(), at: optionalTime(), ...texts })
    .superRefine((form, ctx) => {
      for (const kind of form.kinds) {
        const { needsTime } = conditionKinds.find(({ value }) => value === kind) ?? {};
        if (needsTime && !(form.on && form.at))
          ctx.addIssue({ code: "custom", path: [form.on ? "at" : "on"], message: "Geben Sie Tag und Uhrzeit an." });
        if (!textFor(form, kind))
          ctx.addIssue({ code: "custom", path: [`text_${kind}`], message: "Beschreiben Sie die Auflage." });
      }
    })
    .transform((form) => {
      const { on, at } = form;
      const time = on && at ? { on: on.toString(), time: at } : undefined;
      const list = form.kinds.map((kind) => {
        const known = conditionKinds.find(({ value }) => value === kind);
        const when = known?.needsTime && on && at ? ` am ${formatDay(on)}, ${at} Uhr` : "";
        return { kind, text: `${known?.label ?? kind}${when}: ${textFor(form, kind)}` };
      });
      return { event: { type: "acceptedWithConditions" as const, conditions: list }, data: time ? { time } : {} };
    });
}

const textFor = (form: Record<string, unknown>, kind: string): string => String(form[`text_${kind}`] ?? "");

const debrief = z
  .object(Object.fromEntries(debriefQuestions.map(({ name }) => [name, optionalText(1000)])))
  .transform((answers) => ({
    event: {
      type: "debriefed" as const,
      note: debriefQuestions.map(({ name, label }) => `${label} ${answers[name] ?? "–"}`).join("\n"),
    },
    data: answers,
  }));

const text = (message: string) => requiredText(message, 2000, 3);

function stepForm(type: RequestEventType, { actor, party, type: kind, mediator }: Around): StepForm {
  switch (type) {
    case "received":
      return plain({ type, by: actor.name });
    case "sent":
    case "reviewStarted":
    case "accepted":
    case "conditionsAgreed":
    case "executed":
      return plain({ type });
    case "questionAsked":
      return question;
    case "questionAnswered":
      return z.object({ answer: text("Schreiben Sie Ihre Antwort.") }).transform(({ answer }) => ({
        event: { type, answer },
      }));
    case "acceptedWithConditions":
      return conditions(kind);
    case "declined":
      return decline(kind);
    case "contested":
      return z.object({ position: text("Legen Sie Ihre Position dar.") }).transform(({ position }) => ({
        event: { type, by: party, position },
      }));
    case "mediationStarted":
      return z
        .object({ otherPosition: text("Legen Sie die Position der anderen Seite dar."), ...withDue })
        .transform(({ otherPosition, dueOn, dueAt }) => ({
          event: { type, otherPosition, mediator: mediator ?? "" },
          due: dueOf(dueOn, dueAt),
        }));
    case "amended":
      return z.object({ changes: text("Schreiben Sie, was sich geändert hat.") }).transform(({ changes }) => ({
        event: { type, changes },
      }));
    case "debriefed":
      return debrief;
    case "withdrawn":
      return z.object({ reason: text("Geben Sie einen Grund an.") }).transform(({ reason }) => ({
        event: { type, reason },
      }));
  }
}

/** Form of one step with the version it was made from. */
export const versionedStep = (type: RequestEventType, around: Around) =>
  z.intersection(z.object({ version: version() }), stepForm(type, around));

export const bareStep = stepForm;
