/** What the clocks after the answer of the other state hang on. Types and one constructor. */
import type { Day } from "../../../kernel/day.ts";
import type { Entry } from "./case-book.ts";
import type { CaseEvent } from "./case-events.ts";
import type { OtherStart } from "./deadline.ts";

/** Beginn der Überstellungsfrist: Annahme, Bestätigung oder Schweigen (Art. 46 Abs. 1 VO (EU) 2024/1351). */
export type Acceptance = { on: Day; startedBy: string; bySilence: boolean; otherStart?: OtherStart };

/** Nimmt einen Eintrag des geprüften Regimes auf (Art. 83 VO (EU) 2024/1351). */
export type Add = (entry: Omit<Entry, "regime">) => void;

/** The event that a refusal of a computation from the acceptance points to. */
export const anchor = ({ on, startedBy }: Acceptance): CaseEvent => ({ id: startedBy, type: "requestAccepted", on });
