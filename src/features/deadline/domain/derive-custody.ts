/**
 * Deprivation of liberty: what was ordered, and the maximum of the law with every earlier day credited (§ 62 Abs. 4, § 62 Abs. 6,
 * § 62b Abs. 3 AufenthG). The strict reading: overlapping days once, a missing end counts up to the next start.
 */
import { daysBetween } from "../../../kernel/day.ts";
import type { Book } from "./case-book.ts";
import type { CaseEvent, CustodyKind } from "./case-events.ts";
import { numberOf, order } from "./day-number.ts";

const ruleOf: Readonly<Record<CustodyKind, string | undefined>> = {
  removalDetention: "D20",
  preparatoryDetention: "D21",
  cooperationDetention: "D22",
  departureCustody: "D23",
  provisionalOrder: "D25",
  borderDetention: "D28",
  // Has its own clocks (Art. 45 VO (EU) 2024/1351): see derive-transfer.
  transferDetention: undefined,
};

const credited: readonly string[] = [
  "removalDetention",
  "preparatoryDetention",
  "cooperationDetention",
  "departureCustody",
  "provisionalOrder",
  "borderDetention",
];

export function deriveCustody(book: Book): void {
  const starts = book.of("custodyStarted");
  const ends = custodyEnds(book);
  for (const [index, start] of starts.entries()) {
    const rule = ruleOf[start.kind as CustodyKind];
    if (!rule) continue;
    const end = ends.get(start.id);
    const over = end ? { state: "ended" as const, endedBy: end.id } : { state: "running" as const };
    const ruling = book.of("custodyExtended").findLast((event) => belongsTo(event, start, starts[index + 1])) ?? start;
    const length = orderedLength(start, ruling);
    const ordered = book.compute(start, { rule, on: start.on, ...(length === undefined ? {} : { length }) });
    const slot = rule === "D20" ? "custodyOrder" : "custodyMaximum";
    book.add({
      slot,
      rule,
      startedBy: start.id,
      ...(ordered ? { deadline: ordered, ...over } : { state: "refused" as const }),
    });
    if (rule === "D20") addMaximum(book, start, daysBefore(book, start, starts.slice(0, index), ends), over);
  }
}

/** A court names the last day, or a length that counts from the first day. */
const orderedLength = ({ on }: CaseEvent, { length, until }: CaseEvent): string | undefined =>
  length ?? (until && `P${daysBetween(on, until) + 1}D`);

type Over = { state: "ended" | "running"; endedBy?: string };

function addMaximum(book: Book, start: CaseEvent, creditedDays: number, over: Over): void {
  const deadline = book.compute(start, { rule: "D20", on: start.on, length: "P18M", creditedDays });
  const notes =
    creditedDays > 0 ? [`${creditedDays} Tage früherer Freiheitsentziehung angerechnet (§ 62 Abs. 4 AufenthG).`] : [];
  const entry = {
    slot: "custodyMaximum",
    rule: "D20",
    title: "Gesamtdauer der Sicherungshaft (18 Monate)",
    startedBy: start.id,
    notes,
  };
  book.add(deadline ? { ...entry, deadline, ...over } : { ...entry, state: "refused" });
}

function daysBefore(book: Book, start: CaseEvent, earlier: readonly CaseEvent[], ends: CustodyEnds): number {
  const limit = numberOf(start.on) - 1;
  // Earlier deprivation of liberty that is not in this file.
  let days = start.days ?? 0;
  let counted = Number.NEGATIVE_INFINITY;
  for (const custody of earlier) {
    if (!credited.includes(custody.kind ?? "")) continue;
    const end = ends.get(custody.id);
    if (!end) book.find(endMissing(custody));
    const last = Math.min(end ? numberOf(end.on) : limit, limit);
    const first = Math.max(numberOf(custody.on), counted + 1);
    if (last >= first) days += last - first + 1;
    counted = Math.max(counted, last);
  }
  return days;
}

const endMissing = (custody: CaseEvent) => ({
  event: custody.id,
  code: "custodyEndMissing",
  text: "Das Ende dieser Freiheitsentziehung ist nicht erfasst; angerechnet ist bis zum Beginn der nächsten.",
});

/** Ende je Freiheitsentziehung, nach der Kennung ihres Beginns (§ 62 AufenthG). */
export type CustodyEnds = ReadonlyMap<string, CaseEvent>;

/** Each end belongs to one custody: the named one, or the first still open when it happened. */
export function custodyEnds(book: Book): CustodyEnds {
  const open = [...book.of("custodyEnded")];
  const ends = new Map<string, CaseEvent>();
  const starts = book.of("custodyStarted");
  for (const [index, start] of starts.entries()) {
    const position = open.findIndex((event) => belongsTo(event, start, starts[index + 1]));
    const [end] = position < 0 ? [] : open.splice(position, 1);
    if (end) ends.set(start.id, end);
  }
  return ends;
}

/** Named, or in time between this start and the next. */
function belongsTo(event: CaseEvent, start: CaseEvent, next: CaseEvent | undefined): boolean {
  if (event.of !== undefined) return event.of === start.id;
  return order(event.on, start.on) >= 0 && (!next || order(event.on, next.on) <= 0);
}
