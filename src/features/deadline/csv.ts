/** Deadlines as CSV: dates, rules, file numbers. Never names. */
import type { ListedDeadline } from "./queries.ts";

const header = ["Ende", "Planen bis", "Frist", "Regel", "Norm", "Aktenzeichen", "Wenn die Frist endet"];

export const deadlineCsv = (deadlines: readonly ListedDeadline[]): unknown[][] => [
  header,
  ...deadlines.map(({ legalEnd, planOn, title, rule, norm, fileNumber, missed }) => [
    legalEnd.toString(),
    planOn.toString(),
    title,
    rule,
    norm,
    fileNumber,
    missed,
  ]),
];
