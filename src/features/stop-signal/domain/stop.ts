/**
 * A stop of a measure and who has acknowledged it. Issuing one has no condition and no refusal: it takes effect first,
 * the paper follows. It is complete only when a named person of each party has confirmed it.
 */
import type { Confirmation } from "./confirmation.ts";

/** Grund eines Stopps: Gericht, ärztliche Feststellung, Staatsanwaltschaft, Behörde (§ 80 Abs. 5 VwGO; §§ 60a, 72 Abs. 4 AufenthG). */
export type StopReason = "court" | "medical" | "prosecutor" | "authority";

export const stopReasonLabels: Record<StopReason, string> = {
  court: "Gericht",
  medical: "ärztliche Feststellung",
  prosecutor: "Staatsanwaltschaft",
  authority: "Entscheidung der Behörde",
};

/** Stelle, die an der Maßnahme beteiligt ist und den Stopp bestätigen muss (domain.md 4.14; MPK 10.05.2023, Nr. 6.1). */
export type StopParty = { authority: string; name: string; phone: string };

/** Empfänger eines Stopps mit seiner Quittung (domain.md 4.14; MPK 10.05.2023, Nr. 6.1). */
export type StopRecipient = { party: StopParty; confirmation: Confirmation };

/** Stoppsignal einer Maßnahme (§ 80 Abs. 5 VwGO; domain.md 4.14). */
export type StopSignal = {
  measure: string;
  reason: StopReason;
  /** Who said it and how, such as "VG Musterstadt, Anruf 06:40"; the document may follow. */
  source: string;
  enteredBy: string;
  happenedAt: Date;
  issuedAt: Date;
  recipients: readonly StopRecipient[];
};

/** Issues the stop to every party at once; a party named twice is asked once. */
export const issueStop = (stop: Omit<StopSignal, "recipients">, parties: readonly StopParty[]): StopSignal =>
  parties.reduce<StopSignal>(addParty, { ...stop, recipients: [] });

/** A party that takes part only now, or was found only now, is asked as well. */
export function addParty(signal: StopSignal, party: StopParty): StopSignal {
  if (signal.recipients.some((recipient) => recipient.party.authority === party.authority)) return signal;
  return { ...signal, recipients: [...signal.recipients, { party, confirmation: { status: "issued" } }] };
}

/** Who has not confirmed yet, with the number to call. */
export const missingParties = ({ recipients }: StopSignal): StopParty[] =>
  recipients.filter(({ confirmation }) => confirmation.status !== "confirmed").map(({ party }) => party);

/** A stop that reached nobody is not complete: somebody holds the person, and it is not known who. */
export const stopIsComplete = (signal: StopSignal): boolean =>
  signal.recipients.length > 0 && missingParties(signal).length === 0;

/** Seconds from the issue to the last confirmation; undefined while somebody is missing. */
export const secondsToReach = (signal: StopSignal): number | undefined =>
  stopIsComplete(signal)
    ? Math.max(
        ...signal.recipients.map(({ confirmation }) =>
          confirmation.status === "confirmed"
            ? (confirmation.confirmedAt.getTime() - signal.issuedAt.getTime()) / 1000
            : Number.POSITIVE_INFINITY,
        ),
      )
    : undefined;
