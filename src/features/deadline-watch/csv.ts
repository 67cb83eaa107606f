/** Alerts and notices as CSV: dates, rules, file numbers, who acknowledged. Never the name of a person concerned. */
import type { Notice } from "./queries.ts";
import { lateText, standOf } from "./texts.ts";

const header = ["Ende", "Planen bis", "Frist", "Regel", "Norm", "Aktenzeichen", "Zuständig", "Bemerkt", "Verspätung"];

export const noticesCsv = (notices: readonly Notice[]): unknown[][] => [
  [...header, "Stand", "Bestätigt am", "Bestätigt von", "Vermerk"],
  ...notices.map((notice) => [
    notice.legalEnd.toString(),
    notice.planOn.toString(),
    notice.title,
    notice.rule,
    notice.norm,
    notice.fileNumber,
    notice.officer,
    notice.noticedOn.toString(),
    lateText(notice),
    standOf(notice).text,
    notice.acknowledged?.at.toISOString(),
    notice.acknowledged?.by,
    notice.acknowledged?.note,
  ]),
];
