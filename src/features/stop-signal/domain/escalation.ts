/**
 * Who is asked next when a party does not confirm a stop. The steps are data that an authority may change; they ask
 * more people, and never conclude from silence that somebody knows.
 */
import { missingParties, type StopParty, type StopSignal } from "./stop.ts";

/** Dienst, an den sich die Eskalation wendet: Diensthabende, Vertretung, Leitung, Leitstelle (domain.md 4.14). */
export type Duty = "onDuty" | "controlRoom" | "deputy" | "headOfDuty";

/** Eskalationsstufe eines Stopps: nach wie vielen Minuten wer gefragt wird (domain.md 4.14; ux-and-data.md 4.10). */
export type EscalationStep = { afterMinutes: number; duties: readonly Duty[]; instruction: string };

export const defaultEscalation: readonly EscalationStep[] = [
  { afterMinutes: 0, duties: ["onDuty"], instruction: "Diensthabende Person bestätigt am Bildschirm." },
  { afterMinutes: 5, duties: ["controlRoom"], instruction: "Leitstelle ruft die Stelle an." },
  { afterMinutes: 10, duties: ["deputy"], instruction: "Vertretung wird angerufen." },
  {
    afterMinutes: 15,
    duties: ["headOfDuty", "controlRoom"],
    instruction: "Leitung und Leitstelle der Gegenseite werden angerufen.",
  },
];

/** Eintrag im Bereitschaftsplan: wer wann für welche Stelle erreichbar ist (MPK 10.05.2023, Nr. 6.1). */
export type RosterEntry = { authority: string; duty: Duty; name: string; phone: string; from: Date; until: Date };

/** Zugang zum Bereitschaftsplan; der Plan selbst kommt später (MPK 10.05.2023, Nr. 6.1; domain.md 4.14). */
export type RosterPort = { entriesAt: (authorities: readonly string[], at: Date) => Promise<readonly RosterEntry[]> };

/** Eskalation einer Stelle, die noch nicht bestätigt hat, mit den erreichbaren Personen (domain.md 4.14). */
export type Escalation = { party: StopParty; step: EscalationStep; contacts: readonly RosterEntry[] };

const minutesBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 60_000;

/** The furthest step that is due; undefined before the first one. */
export const stepAt = (issuedAt: Date, now: Date, steps = defaultEscalation): EscalationStep | undefined =>
  steps.filter(({ afterMinutes }) => minutesBetween(issuedAt, now) >= afterMinutes).at(-1);

/** One line per party that is missing: the step that is due and whom the roster names for it now. */
export function escalations(
  signal: StopSignal,
  {
    now,
    roster,
    steps = defaultEscalation,
  }: { now: Date; roster: readonly RosterEntry[]; steps?: readonly EscalationStep[] },
): Escalation[] {
  const step = stepAt(signal.issuedAt, now, steps);
  if (!step) return [];
  const isOn = ({ from, until }: RosterEntry): boolean => from <= now && now < until;
  return missingParties(signal).map((party) => ({
    party,
    step,
    contacts: roster.filter(
      (entry) => entry.authority === party.authority && step.duties.includes(entry.duty) && isOn(entry),
    ),
  }));
}
