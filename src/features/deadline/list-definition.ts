/** What the list of deadlines may be filtered by: span of time, rule, file number. Order is the date, and nothing else. */
import { z } from "zod";
import { filter, listAddress } from "../../platform/http/list-address.ts";
import { type Day, parseDay } from "../../kernel/day.ts";

export const spans = {
  woche: "Diese Woche",
  monat: "30 Tage",
  alle: "Alle",
  vergangen: "Letzte 30 Tage",
  monatsblatt: "Monatsblatt",
  wochenblatt: "Wochenblatt",
} as const;
export type SpanName = keyof typeof spans;
export const spanNames = Object.keys(spans) as [SpanName, ...SpanName[]];

/** A typed day `3.12.2026` as the address keeps it. */
function isoDay(text: string): string {
  const german = /^\s*(\d{1,2})\.(\d{1,2})\.(\d{4})\s*$/.exec(text);
  return german ? `${german[3]}-${german[2]?.padStart(2, "0")}-${german[1]?.padStart(2, "0")}` : text.trim();
}

export const deadlineQuery = z.object({
  zeit: z.enum(spanNames).catch("monat"),
  regel: filter(z.string().regex(/^[A-Za-z0-9.]{2,40}$/)),
  az: filter(z.string().trim().min(3).max(50)),
  /** One day of the list, or the day whose month or week is shown. */
  tag: filter(
    z
      .string()
      .transform(isoDay)
      .refine((text) => parseDay(text) !== undefined),
  ),
  weiter: filter(z.string().max(500)),
});
export type DeadlineQuery = z.output<typeof deadlineQuery>;

/** Day, case and key of the last line shown. */
export const cursorSchema = z.tuple([z.iso.date(), z.uuid(), z.string().max(200)]);

export function deadlineHref(
  query: Partial<DeadlineQuery>,
  change: Partial<DeadlineQuery> = {},
  path = "/fristen",
): string {
  return listAddress(path, { ...query, ...change });
}

export type Range = { from: Day; to: Day | undefined };

const monday = (day: Day): Day => day.subtract({ days: day.dayOfWeek - 1 });

/** The days that a query shows. „Alle“ begins today: what is over is found under its own name. */
export function rangeOf({ zeit, tag }: DeadlineQuery, today: Day): Range {
  const at = (tag && parseDay(tag)) || today;
  switch (zeit) {
    case "woche":
      return tag ? { from: at, to: at } : { from: monday(today), to: monday(today).add({ days: 6 }) };
    case "monat":
      return tag ? { from: at, to: at } : { from: today, to: today.add({ days: 30 }) };
    case "alle":
      return tag ? { from: at, to: at } : { from: today, to: undefined };
    case "vergangen":
      return { from: today.subtract({ days: 30 }), to: today.subtract({ days: 1 }) };
    case "monatsblatt": {
      const first = at.with({ day: 1 });
      return { from: monday(first), to: monday(first.add({ months: 1 }).subtract({ days: 1 })).add({ days: 6 }) };
    }
    case "wochenblatt":
      return { from: monday(at), to: monday(at).add({ days: 6 }) };
  }
}
