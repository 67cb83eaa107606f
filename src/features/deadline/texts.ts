/** German words for the state of a deadline, with sign; never a colour alone. */
import type { StatusProps } from "../../ui/index.ts";
import type { DeadlineState } from "./domain/case-book.ts";

export const deadlineStates: Readonly<Record<DeadlineState, StatusProps>> = {
  running: { sign: "●", text: "läuft", kind: "info" },
  waiting: { sign: "○", text: "Beginn fehlt", kind: "warning" },
  interrupted: { sign: "◑", text: "unterbrochen", kind: "neutral" },
  suspended: { sign: "◑", text: "gehemmt", kind: "neutral" },
  ended: { sign: "–", text: "beendet", kind: "neutral" },
  refused: { sign: "■", text: "nicht berechenbar", kind: "danger" },
};
