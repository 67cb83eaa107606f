/** What a standing of the voluntary return says in German, with the facts it carries. */
import {
  departureProofs,
  type VoluntaryReturn,
  type VoluntaryReturnEventType,
  voluntaryReturnLabels,
} from "../case/index.ts";
import { formatDay } from "../../ui/index.ts";

/** The trap of §§ 60a(5b), 60c(2): has to be shown before somebody applies, wherever the step is offered. */
export const trap = {
  title: "Vor dem Antrag: Folgen erklären",
  text: "Ein Antrag auf Förderung der freiwilligen Ausreise gilt als Zeichen, dass konkrete Maßnahmen bevorstehen. Er kann die Erlaubnis zur Beschäftigung und die Ausbildungsduldung ausschließen.",
  norm: "§ 60a Abs. 5b Nr. 2, § 60c Abs. 2 Nr. 5b AufenthG",
} as const;

export function factsOf(offer: VoluntaryReturn): string {
  switch (offer.status) {
    case "counselled":
      return `beraten durch ${offer.by}`;
    case "applied":
      return `Programm ${offer.programme}`;
    case "approved":
      return `Programm ${offer.programme}${offer.validUntil ? `, gültig bis ${formatDay(offer.validUntil)}` : ""}`;
    case "booked":
      return `Programm ${offer.programme}, Ausreise am ${formatDay(offer.departureOn)}`;
    case "departed":
      return `Nachweis: ${departureProofs[offer.proof]}`;
    case "declined":
      return offer.statement ?? "";
    case "withdrawn":
    case "expired":
      return offer.reason;
    case "offered":
      return "";
  }
}

export const standingOf = (offer: VoluntaryReturn): string =>
  [`${voluntaryReturnLabels[offer.status]} am ${formatDay(offer.on)}`, factsOf(offer)].filter(Boolean).join(" – ");

/** The step that usually follows is offered first; every other possible one stays one click away. */
export function usualStep(
  status: VoluntaryReturnEventType | undefined,
  possible: readonly VoluntaryReturnEventType[],
): VoluntaryReturnEventType | undefined {
  const steps = stepOrder.filter((step) => possible.includes(step));
  const later = status ? stepOrder.slice(stepOrder.indexOf(status) + 1) : [];
  return steps.find((step) => later.includes(step)) ?? steps[0];
}

/** The voluntary way stays open to everybody: departure is the last button, not the first. */
export const stepOrder: readonly VoluntaryReturnEventType[] = [
  "offered",
  "counselled",
  "applied",
  "approved",
  "booked",
  "departed",
  "declined",
  "withdrawn",
  "expired",
];
