/** Four eyes (G30): two different people, neither of them the one who asked. Must never count one person twice. */

/** Freigabe durch zwei Personen (Vier-Augen-Prinzip, interne Regel; docs/domain/pruefpunkte.md G30). */
export type Approvals = { requestedBy: string; approvals: readonly string[] };

export const hasFourEyes = ({ requestedBy, approvals }: Approvals): boolean =>
  new Set(approvals.filter((officer) => officer !== requestedBy)).size >= 2;
