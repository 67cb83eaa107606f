/** German words for the state of a deadline, with sign; never a colour alone. */
import { remaining, type StatusProps } from "../../ui/index.ts";
import { type Day, dayInGermany } from "../../kernel/day.ts";
import type { DeadlineState } from "./domain/case-book.ts";
import { hasLapsed } from "./domain/deadline-tasks.ts";

export const deadlineStates: Readonly<Record<DeadlineState, StatusProps>> = {
  running: { sign: "●", text: "läuft", kind: "info" },
  waiting: { sign: "○", text: "Beginn fehlt", kind: "warning" },
  interrupted: { sign: "◑", text: "unterbrochen", kind: "neutral" },
  suspended: { sign: "◑", text: "gehemmt", kind: "neutral" },
  ended: { sign: "–", text: "beendet", kind: "neutral" },
  refused: { sign: "■", text: "nicht berechenbar", kind: "danger" },
};

const lapsed: StatusProps = { sign: "✓", text: "abgelaufen", kind: "neutral" };

/** The state as it is shown on a day: what we only watched is over after its end, never overdue. */
export const stateShown = (state: DeadlineState, { rule, end }: { rule: string; end: Day | undefined }, today: Day) =>
  state === "running" && end && hasLapsed(rule, end, today) ? lapsed : deadlineStates[state];

/** How much time is left, in words; nothing of what has lapsed counts on. */
export const restShown = ({ rule, end }: { rule: string; end: Day }, now: Date): string =>
  hasLapsed(rule, end, dayInGermany(now)) ? "abgelaufen" : remaining(end, now);
