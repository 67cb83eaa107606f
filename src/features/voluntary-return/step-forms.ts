/** Which fields each step of the voluntary return asks for (Schritte der freiwilligen Ausreise). Checks of law are the domain's. */
import { z } from "zod";
import { checkbox, choice, optionalDay, optionalText, requiredDay, requiredText } from "../../platform/http/fields.ts";
import { departureProofs, type VoluntaryReturnEventType } from "../case/index.ts";

type Proof = keyof typeof departureProofs;

const on = requiredDay("Geben Sie an, wann das geschehen ist.");
const reason = requiredText("Geben Sie eine Begründung ein.", 1000);

/** The departure is a legal event as well, so it asks for what that event needs. */
export const destinations = { thirdCountry: "Staat außerhalb der EU", euState: "Mitgliedstaat der EU" } as const;

export const stepForms = {
  offered: z.object({ on }),
  counselled: z.object({
    on,
    by: requiredText("Geben Sie an, welche Stelle beraten hat.", 200),
    isIndependent: checkbox(),
  }),
  applied: z.object({
    on,
    programme: requiredText("Geben Sie das Förderprogramm an.", 200),
    consequencesExplained: checkbox(),
  }),
  approved: z.object({ on, validUntil: optionalDay() }),
  booked: z.object({ on, departureOn: requiredDay("Geben Sie den gebuchten Ausreisetag an.") }),
  departed: z.object({
    on,
    proof: choice(Object.keys(departureProofs) as [Proof, ...Proof[]], "Wählen Sie den Nachweis."),
    destination: choice(["thirdCountry", "euState"], "Wählen Sie das Ziel."),
    destinationState: optionalText(100),
    entryAllowed: z.union([z.literal("").transform(() => undefined), z.enum(["yes", "no"])]).optional(),
  }),
  declined: z.object({ on, statement: optionalText(1000).transform((text) => text ?? "") }),
  withdrawn: z.object({ on, reason }),
  expired: z.object({ on, reason }),
} as const satisfies Record<VoluntaryReturnEventType, z.ZodType>;

export const isStep = (text: string): text is VoluntaryReturnEventType => Object.hasOwn(stepForms, text);

type StepOf<T extends VoluntaryReturnEventType> = T extends VoluntaryReturnEventType
  ? { type: T } & z.output<(typeof stepForms)[T]>
  : never;

/** A step as an official states it. */
export type StatedStep = StepOf<VoluntaryReturnEventType>;

export const stepLabels: Readonly<Record<VoluntaryReturnEventType, string>> = {
  offered: "Angebot vermerken",
  counselled: "Beratung vermerken",
  applied: "Antrag vermerken",
  approved: "Bewilligung vermerken",
  booked: "Buchung vermerken",
  departed: "Ausreise nachweisen",
  declined: "Ablehnung vermerken",
  withdrawn: "Rücknahme vermerken",
  expired: "Verfall vermerken",
};
