/**
 * Fairness between authorities (Ausgleichskonto der letzten 28 Tage): who was served how often, never who the persons
 * were. It is open to all participants and only shifts equal choices within a price limit.
 */
import type { Code } from "../model.ts";

/** German term: Konto einer Behörde, sums over 28 days. */
export type LedgerEntry = {
  authority: Code;
  requested: number;
  servedFirstPass: number;
  servedByExchange: number;
  selfTransport: number;
  lostForLackOfTransport: number;
};

/** Account of what each authority got so far (Ausgleichskonto der Restplatzbörse). */
export type Ledger = readonly LedgerEntry[];

/** Small authorities do not swing: five imagined trips at the mean share. */
const PRIOR = 5;

/** Deficit of each authority in thousandths of the served share, 0 where it is at or above the mean. */
export function deficits(ledger: Ledger): Map<Code, number> {
  const requested = ledger.reduce((sum, e) => sum + e.requested, 0);
  const served = ledger.reduce((sum, e) => sum + e.servedFirstPass + e.servedByExchange, 0);
  const mean = requested > 0 ? served / requested : 1;
  return new Map(
    ledger.map((e) => {
      const share = (e.servedFirstPass + e.servedByExchange + PRIOR * mean) / (e.requested + PRIOR);
      return [e.authority, Math.round(1000 * Math.max(0, mean - share))];
    }),
  );
}

/** The ledger after a day, authority by authority. */
export function bookDay(
  ledger: Ledger,
  day: readonly { authority: Code; outcome: Exclude<keyof LedgerEntry, "authority" | "requested"> }[],
): Ledger {
  const entries = new Map(ledger.map((e) => [e.authority, { ...e }]));
  for (const { authority, outcome } of day) {
    const entry = entries.get(authority) ?? {
      authority,
      requested: 0,
      servedFirstPass: 0,
      servedByExchange: 0,
      selfTransport: 0,
      lostForLackOfTransport: 0,
    };
    entry.requested++;
    entry[outcome]++;
    entries.set(authority, entry);
  }
  return [...entries.values()].toSorted((a, b) => (a.authority < b.authority ? -1 : 1));
}
