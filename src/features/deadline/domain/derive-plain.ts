/** Clocks that one event starts and at most one other ends, without further conditions: a table, and the few that are nearly so. */
import type { Book } from "./case-book.ts";
import { notBefore } from "./case-book.ts";
import type { CaseEvent, CaseEventType } from "./case-events.ts";
import { order } from "./day-number.ts";

type Row = {
  start: CaseEventType;
  rule: string;
  slot: string;
  ends: CaseEventType[];
  when?: (event: CaseEvent) => boolean;
};

const rows: readonly Row[] = [
  { start: "removalAnnounced", rule: "D09", slot: "announcement", ends: ["departed"] },
  { start: "removalFailedWithReadmission", rule: "D10", slot: "retryLock", ends: [] },
  {
    start: "groupSuspensionOrdered",
    rule: "D13",
    slot: "groupSuspension",
    ends: ["groupSuspensionEnded"],
    when: ({ until }) => until === undefined,
  },
  { start: "absenceNoticed", rule: "D12", slot: "absence", ends: [], when: ({ kind }) => kind !== "mail" },
  { start: "absenceNoticed", rule: "D12.mail", slot: "absence", ends: [], when: ({ kind }) => kind === "mail" },
  {
    start: "administrativeCustodyStarted",
    rule: "D24",
    slot: "administrativeCustody",
    ends: ["custodyStarted", "custodyEnded"],
  },
  { start: "detentionExecutionSuspended", rule: "D26", slot: "executionSuspended", ends: ["custodyEnded"] },
  {
    start: "asylumApplicationFromCustody",
    rule: "D27",
    slot: "asylumFromCustody",
    ends: ["decisionServed", "custodyEnded"],
  },
  { start: "borderProcedureStarted", rule: "D28", slot: "borderProcedure", ends: ["departed"] },
  { start: "leftTerritory", rule: "D38.absence", slot: "cessation", ends: [] },
  { start: "borderRejectionFinal", rule: "D38.borderRejection", slot: "cessation", ends: [] },
  { start: "transitRequested", rule: "D50.answer", slot: "transitAnswer", ends: ["transitDecided"] },
  { start: "transitStarted", rule: "D50.transit", slot: "transit", ends: [] },
  { start: "asylumProcedureClosed", rule: "D64", slot: "asylumFile", ends: [] },
  { start: "custodyEnded", rule: "D62.detention", slot: "custodyData", ends: [] },
  {
    start: "departed",
    rule: "D62.record",
    slot: "registerRecord",
    ends: [],
    when: ({ manner }) => manner !== "removal",
  },
  {
    start: "departed",
    rule: "D61.voluntary",
    slot: "voluntaryData",
    ends: [],
    when: ({ manner }) => manner === "voluntary",
  },
  { start: "accessLogged", rule: "D63", slot: "accessLog", ends: [] },
];

export function derivePlain(book: Book): void {
  for (const { start, rule, slot, ends, when } of rows) {
    for (const event of book.of(start)) {
      if (when && !when(event)) continue;
      const length = event.length === undefined ? {} : { length: event.length };
      const deadline = book.compute(event, {
        rule,
        on: event.on,
        ...length,
        ...momentOf(event),
      });
      const end = ends.length > 0 ? notBefore(book.of(...ends), event.on) : undefined;
      if (!deadline) book.add({ slot, rule, startedBy: event.id, state: "refused" });
      else
        book.add({
          slot,
          rule,
          startedBy: event.id,
          deadline,
          ...(end ? { state: "ended", endedBy: end.id } : { state: "running" }),
        });
    }
  }
  addFixedSuspensions(book);
  addTransitRequests(book);
  addRemovalRecord(book);
}

/** A time without a day belongs to the day of the event. */
const momentOf = ({ on, at }: CaseEvent): { at?: string } =>
  at === undefined ? {} : { at: at.includes("T") ? at : `${on.toString()}T${at}` };

/** A stop that names its last day ends with it. */
function addFixedSuspensions(book: Book): void {
  for (const event of book.of("groupSuspensionOrdered")) {
    const deadline = event.until && book.compute(event, { rule: "authority.date", on: event.until });
    if (!deadline) continue;
    const end = notBefore(book.of("groupSuspensionEnded"), event.on);
    book.add({
      slot: "groupSuspension",
      rule: "authority.date",
      title: "Abschiebungsstopp",
      startedBy: event.id,
      deadline,
      ...(end ? { state: "ended", endedBy: end.id } : { state: "running" }),
    });
  }
}

/** Counted backwards from the transit: done when a request went out before it. */
function addTransitRequests(book: Book): void {
  for (const event of book.of("transitPlanned")) {
    const deadline = book.compute(event, { rule: "D50.request", on: event.plannedFor ?? event.on });
    if (!deadline) continue;
    const sent = book
      .of("transitRequested")
      .find(({ on, of }) => (of === undefined ? order(on, event.plannedFor ?? event.on) <= 0 : of === event.id));
    book.add({
      slot: "transitRequest",
      rule: "D50.request",
      startedBy: event.id,
      deadline,
      ...(sent ? { state: "ended", endedBy: sent.id } : { state: "running" }),
    });
  }
}

/** With a removal the register keeps the record until the quarter of the 90th birthday; the shorter notified period governs. */
function addRemovalRecord(book: Book): void {
  const [birth] = book.of("born");
  const removal = book.of("departed").find(({ manner }) => manner === "removal");
  if (!birth || !removal) return;
  const deadline = book.compute(birth, { rule: "D62.removal", on: birth.on });
  const notes = ["Das Register beachtet die kürzere Frist, die die zuständige Behörde mitteilt (§ 36 Abs. 1 AZRG)."];
  if (deadline)
    book.add({ slot: "registerRecord", rule: "D62.removal", startedBy: removal.id, state: "running", deadline, notes });
}
