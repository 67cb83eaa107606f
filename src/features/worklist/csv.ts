/**
 * The work queue as CSV: dates, tasks, file numbers. Never names (ux-and-data.md, screen 1), and so never the free words
 * of a resubmission: who writes them may name a person.
 */
import type { Day } from "../../kernel/day.ts";
import { formatInstant } from "../../ui/index.ts";
import { workKinds } from "./domain/work-item.ts";
import type { WorkLine } from "./read-work.ts";

const header = ["Frist", "Art", "Aufgabe", "Aktenzeichen", "Gegenüber", "Status", "Zuständig", "Warum hier?"];

const dueText = (due: Day | Date | undefined): string =>
  due === undefined ? "" : due instanceof Date ? formatInstant(due) : due.toString();

export const workCsv = (lines: readonly WorkLine[]): unknown[][] => [
  header,
  ...lines.map(({ due, kind, task, name, counterpart, status, why }) => [
    dueText(due),
    workKinds[kind],
    kind === "resubmissions" ? workKinds[kind] : task,
    name?.fileNumber,
    counterpart,
    status,
    name?.officer,
    why,
  ]),
];
