/** Steps for which an authority may set a lead time. None is published (domain.md 3.2), so none has a default. */
import type { RequestTypes } from "../request/index.ts";

/** Steps that are no request of this program. */
const preparatory = [
  { id: "flightBooking", title: "Flug buchen" },
  { id: "transportRequest", title: "Transport anfragen (Landestransportkoordination)" },
  { id: "transferNotification", title: "Überstellung beim anderen Mitgliedstaat ankündigen" },
] as const;

export type StepKind = { id: string; title: string };

export const stepKinds = (types: RequestTypes): readonly StepKind[] => {
  const requests = types.map(({ domain }) => ({ id: domain.id, title: domain.germanName }));
  const known = new Set(requests.map(({ id }) => id));
  return [...requests, ...preparatory.filter(({ id }) => !known.has(id))];
};

export const unitTexts = { workingDays: "Arbeitstage", calendarDays: "Kalendertage" } as const;
export type LeadUnit = keyof typeof unitTexts;
