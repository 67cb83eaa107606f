/** What a form must bring for each step of a measure. The same schemas check the API. */
import { z } from "zod";
import { choice, optionalText, requiredText } from "../../platform/http/fields.ts";
import type { ExecutionPhase, MeasureEvent } from "./domain/measure.ts";
import { type FailureCause, failureCauses, type FailurePhase, failurePhases } from "./domain/outcome.ts";
import type { StatedEvent } from "./apply-event.ts";

const reason = requiredText("Geben Sie einen Grund an.", 2000, 3);
const yesNo = z.enum(["yes", "no"], "Wählen Sie ja oder nein.").transform((value) => value === "yes");
const executionPhases = ["pickup", "transport", "airportHandover", "boarding"] as const satisfies ExecutionPhase[];
const phase = choice(failurePhases as [FailurePhase, ...FailurePhase[]], "Wählen Sie den Abschnitt.");
const cause = choice(failureCauses as [FailureCause, ...FailureCause[]], "Wählen Sie den Grund.");
const text = optionalText(2000).transform((value) => value ?? "");

const plain = <T extends StatedEvent["type"]>(type: T) => z.object({}).transform(() => ({ type }) as { type: T });

const support = z
  .object({ requests: z.string().optional(), reason: optionalText(2000) })
  .superRefine(({ requests, reason: why }, ctx) => {
    if (requests?.trim() && why)
      ctx.addIssue({
        code: "custom",
        path: ["reason"],
        message: "Nennen Sie Ersuchen oder einen Grund, nicht beides.",
      });
  })
  .transform(({ requests, reason: why }) => {
    const numbers = (requests ?? "").split(/[\s,;]+/).filter(Boolean);
    return {
      type: "supportArranged" as const,
      support:
        numbers.length > 0
          ? { kind: "arranged" as const, requests: numbers }
          : { kind: "none" as const, reason: why ?? "" },
    };
  });

const outcome = z.discriminatedUnion(
  "kind",
  [z.object({ kind: z.literal("completed") }), z.object({ kind: z.literal("failed"), phase, cause, text })],
  "Wählen Sie das Ergebnis.",
);

/** Every step but the stop, which has its own page and its own rights. */
export const eventForms: { [T in StatedEvent["type"]]: z.ZodType<Extract<StatedEvent, { type: T }>> } = {
  gateCheckStarted: plain("gateCheckStarted"),
  returned: z.object({ reason }).transform((value) => ({ type: "returned", ...value })),
  approvalGiven: plain("approvalGiven"),
  bookingDecided: z.object({ required: yesNo, reason }).transform((value) => ({ type: "bookingDecided", ...value })),
  bookingRequested: plain("bookingRequested"),
  bookingConfirmed: z
    .object({ confirmation: requiredText("Geben Sie die Flugdatenbestätigung an.", 500) })
    .transform((value) => ({ type: "bookingConfirmed", ...value })),
  bookingLost: z.object({ reason }).transform((value) => ({ type: "bookingLost", ...value })),
  supportArranged: support,
  finalCheckStarted: plain("finalCheckStarted"),
  released: plain("released"),
  executionStarted: plain("executionStarted"),
  phaseReached: z
    .object({ phase: choice(executionPhases, "Wählen Sie den Abschnitt.") })
    .transform((value) => ({ type: "phaseReached", ...value })),
  aborted: z.object({ phase, cause, text }).transform((failure) => ({ type: "aborted", failure })),
  departed: plain("departed"),
  arrived: plain("arrived"),
  outcomeRecorded: outcome.transform((value) => ({ type: "outcomeRecorded", outcome: value })),
  notificationsSent: plain("notificationsSent"),
  closed: plain("closed"),
};

export const isStatedType = (type: string): type is StatedEvent["type"] => Object.hasOwn(eventForms, type);
export type EventType = Exclude<MeasureEvent["type"], "stopped">;
