/**
 * The transfer period itself: six months, begun anew after a remedy with suspensive effect, extended only with fact, evidence and
 * timely information of the other state, a fresh minimum when the person reappears. An extension without these changes nothing.
 */
import type { Day } from "../../../kernel/day.ts";
import { type Acceptance, type Add, anchor } from "./acceptance.ts";
import type { Book } from "./case-book.ts";
import type { CaseEvent } from "./case-events.ts";
import type { Deadline, OtherStart } from "./deadline.ts";
import { custodyEnds } from "./derive-custody.ts";
import type { TransferRules } from "./transfer-rules.ts";
import { writtenDay } from "./german-day.ts";
import { order } from "./day-number.ts";

type Start = { on: Day; startedBy: string; otherStart?: OtherStart };
type Period = { rule: string; startedBy: string; deadline: Deadline; notes: string[] };

export function deriveTransferPeriod(book: Book, rules: TransferRules, acceptance: Acceptance, add: Add): void {
  const start = startOfPeriod(book, acceptance);
  if ("suspendedBy" in start) {
    add({
      slot: "transferPeriod",
      rule: rules.transfer,
      startedBy: acceptance.startedBy,
      state: "interrupted",
      endedBy: start.suspendedBy,
      waitingFor: "Endgültige Entscheidung über den Rechtsbehelf mit aufschiebender Wirkung",
    });
    return;
  }
  const first = book.compute(anchor(acceptance), periodInput(rules.transfer, start));
  if (!first)
    return add({ slot: "transferPeriod", rule: rules.transfer, startedBy: start.startedBy, state: "refused" });
  const notes = acceptance.bySilence
    ? ["Angenommen durch Schweigen, sofern bis zum Ende der Antwortfrist keine Antwort eingeht."]
    : [];
  const period = extended(book, rules, start, {
    rule: rules.transfer,
    startedBy: start.startedBy,
    deadline: first,
    notes,
  });
  const done = doneBy(book, start.on);
  add({ slot: "transferPeriod", ...period, ...(done ? { state: "ended", endedBy: done.id } : { state: "running" }) });
  addTransferFromCustody(book, rules, start, done, add);
}

const periodInput = (rule: string, { on, otherStart }: Start) => ({ rule, on, ...(otherStart ? { otherStart } : {}) });

const doneBy = (book: Book, from: Day): CaseEvent | undefined =>
  book
    .of("departed", "responsibilityPassedToGermany")
    .find((event) => order(event.on, from) >= 0 && (event.type !== "departed" || event.manner !== "voluntary"));

/** From the acceptance, or from the final decision on a remedy with suspensive effect; a rejected motion gives a second reading. */
function startOfPeriod(book: Book, acceptance: Acceptance): Start | { suspendedBy: string } {
  const mine = ({ procedure, on }: CaseEvent): boolean =>
    (procedure ?? "euTransfer") === "euTransfer" && order(on, acceptance.on) >= 0;
  let start: Start = acceptance;
  let suspendedBy: string | undefined;
  for (const event of book
    .of("suspensiveEffectOrdered", "claimDismissedFinal", "claimWithdrawn", "courtOrderEnded", "urgentMotionRejected")
    .filter(mine)) {
    if (event.type === "suspensiveEffectOrdered") suspendedBy = event.id;
    else if (suspendedBy !== undefined) {
      start = { on: event.on, startedBy: event.id };
      suspendedBy = undefined;
    } else if (event.type === "urgentMotionRejected") {
      start = {
        ...start,
        otherStart: {
          on: event.on,
          because:
            "Neubeginn mit der Ablehnung des Eilantrags; ob sie die Frist neu beginnen lässt, ist hier nicht entschieden.",
        },
      };
    }
  }
  return suspendedBy === undefined ? start : { suspendedBy };
}

function extended(book: Book, rules: TransferRules, start: Start, first: Period): Period {
  let period = first;
  for (const event of book.of("transferExtended", "availableAgain").filter(({ on }) => order(on, start.on) >= 0)) {
    period =
      event.type === "transferExtended"
        ? extend(book, rules, start, period, event)
        : reappear(book, rules, first, period, event);
  }
  return period;
}

function extend(book: Book, rules: TransferRules, start: Start, period: Period, event: CaseEvent): Period {
  const missing = missingForExtension(event, period.deadline);
  if (missing) {
    book.find({ event: event.id, code: "extensionNotEffective", text: missing });
    return period;
  }
  const imprisoned = event.ground === "imprisonment";
  const rule = imprisoned ? rules.imprisoned : rules.absconded;
  const on = !imprisoned && rules.abscondedFrom === "informed" ? (event.informedOn ?? event.on) : start.on;
  const deadline = book.compute(event, { rule, on, ...(event.length === undefined ? {} : { length: event.length }) });
  if (!deadline) return period;
  const told = `Anderer Staat unterrichtet am ${event.informedOn ? writtenDay(event.informedOn) : ""}; Tatsache: ${event.fact ?? ""}; Beleg: ${event.evidence ?? ""}.`;
  return { rule, startedBy: event.id, deadline, notes: [...period.notes, told] };
}

/** Fact, evidence, and the other state told before the period ends. */
function missingForExtension(event: CaseEvent, { legalEnd }: Deadline): string | undefined {
  const lacks = [
    event.fact ? undefined : "die Tatsache",
    event.evidence ? undefined : "der Beleg",
    event.informedOn ? undefined : "die Unterrichtung des anderen Staates",
  ].filter((text) => text !== undefined);
  if (lacks.length > 0) return `Die Verlängerung wirkt nicht: Es fehlt ${lacks.join(" und ")}.`;
  if (event.informedOn && order(event.informedOn, legalEnd) > 0) {
    return `Die Verlängerung wirkt nicht: Der andere Staat wurde erst nach Ablauf der Frist (${writtenDay(legalEnd)}) unterrichtet.`;
  }
  return undefined;
}

/** Art. 46 Abs. 2 UAbs. 2: what is left of the six months, at least three months from reappearing. The long period is over. */
function reappear(book: Book, rules: TransferRules, first: Period, period: Period, event: CaseEvent): Period {
  if (!rules.availableAgain) return period;
  const fresh = book.compute(event, { rule: rules.availableAgain, on: event.on });
  if (!fresh) return period;
  if (order(first.deadline.legalEnd, fresh.legalEnd) >= 0) {
    return {
      ...first,
      notes: [...period.notes, "Wieder erreichbar: Von den sechs Monaten sind noch mindestens drei Monate übrig."],
    };
  }
  return {
    rule: rules.availableAgain,
    startedBy: event.id,
    deadline: fresh,
    notes: [...period.notes, "Wieder erreichbar: mindestens drei Monate ab diesem Tag."],
  };
}

/** Five (Dublin III: six) weeks while detained. Detained after the acceptance: from when is not settled, so both are shown. */
function addTransferFromCustody(
  book: Book,
  rules: TransferRules,
  start: Start,
  done: CaseEvent | undefined,
  add: Add,
): void {
  const ends = custodyEnds(book);
  for (const custody of book.of("custodyStarted").filter(({ kind }) => kind === "transferDetention")) {
    const later = order(custody.on, start.on) > 0;
    const otherStart = later
      ? { on: custody.on, because: "Beginn erst mit der Haft, weil die Annahme vorher lag." }
      : start.otherStart;
    const rule = rules.detainedTransfer;
    const deadline = book.compute(
      custody,
      periodInput(rule, { on: start.on, startedBy: custody.id, ...(otherStart ? { otherStart } : {}) }),
    );
    if (!deadline) continue;
    const over = ends.get(custody.id) ?? done;
    add({
      slot: "transferFromCustody",
      rule,
      startedBy: custody.id,
      deadline,
      ...(over ? { state: "ended", endedBy: over.id } : { state: "running" }),
    });
  }
}
