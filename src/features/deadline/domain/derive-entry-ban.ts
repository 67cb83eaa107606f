/**
 * The entry ban from departure to deletion: unlawful stay after re-entry suspends its running (§ 11 Abs. 9 AufenthG). While the
 * person is still here unlawfully the end is open; the shown day is only what it would be without that stay.
 */
import type { Day } from "../../../kernel/day.ts";
import type { Book } from "./case-book.ts";
import { notBefore } from "./case-book.ts";
import type { CaseEvent } from "./case-events.ts";
import type { DayInterval } from "./deadline.ts";
import { writtenDay } from "./german-day.ts";
import { order } from "./day-number.ts";

export function deriveEntryBan(book: Book): void {
  for (const ban of book.of("entryBanSet")) {
    const left = firstDeparture(book, ban);
    if (left) addBan(book, ban, left);
    else book.add({ slot: "entryBan", rule: "D60", startedBy: ban.id, state: "waiting", waitingFor: "Ausreise" });
  }
  for (const event of book.of("entryBanEnded")) {
    const deadline = book.compute(event, { rule: "D61", on: event.on });
    if (deadline) book.add({ slot: "removalData", rule: "D61", startedBy: event.id, state: "running", deadline });
  }
}

/** The departure that the ban followed or announced: the first on or after it, else the last before it. */
function firstDeparture(book: Book, ban: CaseEvent): CaseEvent | undefined {
  const departures = book.of("departed");
  return notBefore(departures, ban.on) ?? departures.findLast(({ on }) => order(on, ban.on) < 0);
}

function addBan(book: Book, ban: CaseEvent, left: CaseEvent): void {
  const { suspended, openSince } = unlawfulStays(book, left);
  const length = ban.length === undefined ? {} : { length: ban.length };
  const deadline = book.compute(ban, {
    rule: "D60",
    on: left.on,
    ...length,
    ...(suspended.length > 0 ? { suspended } : {}),
  });
  const base = { slot: "entryBan", rule: "D60", startedBy: ban.id };
  if (!deadline) return book.add({ ...base, state: "refused" });
  const lifted = notBefore(book.of("entryBanEnded"), left.on);
  if (lifted) return book.add({ ...base, deadline, state: "ended", endedBy: lifted.id });
  if (openSince && order(openSince.on, deadline.legalEnd) <= 0) {
    const notes = [
      `Der Lauf ist seit ${writtenDay(openSince.on)} gehemmt (§ 11 Abs. 9 AufenthG); das Ende verschiebt sich um jeden weiteren Tag.`,
    ];
    return book.add({
      ...base,
      deadline,
      state: "suspended",
      endedBy: openSince.id,
      waitingFor: "erneute Ausreise",
      notes,
    });
  }
  book.add({ ...base, deadline, state: "running" });
  const data = book.compute(ban, { rule: "D61", on: deadline.legalEnd });
  if (data) book.add({ slot: "removalData", rule: "D61", startedBy: ban.id, state: "running", deadline: data });
}

function unlawfulStays(book: Book, left: CaseEvent): { suspended: DayInterval[]; openSince?: CaseEvent } {
  const suspended: DayInterval[] = [];
  let openSince: CaseEvent | undefined;
  for (const event of book
    .of("reentered", "leftAgain", "departed")
    .filter(({ on, id }) => order(on, left.on) >= 0 && id !== left.id)) {
    if (event.type === "reentered") openSince ??= event;
    else if (openSince) {
      suspended.push(interval(openSince.on, event.on));
      openSince = undefined;
    }
  }
  return { suspended, ...(openSince ? { openSince } : {}) };
}

const interval = (from: Day, to: Day): DayInterval => ({ from, to });
