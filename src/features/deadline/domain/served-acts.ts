/**
 * Served decisions, threats and orders with the remedies that the law gives against them. Where an event does not say which
 * rules apply, the act gets those that protect the person.
 */
import type { Day } from "../../../kernel/day.ts";
import type { Book } from "./case-book.ts";
import type { CaseEvent } from "./case-events.ts";
import { order } from "./day-number.ts";

/** Rechtsschutz gegen einen Bescheid: AsylG §§ 34a, 36, 74 mit Art. 68 VO (EU) 2024/1348; § 58a AufenthG; § 80 VwGO. */
export type RemedyRegime = "standard" | "shortened" | "transfer" | "security" | "residence";

/** Zugestellter Bescheid, Androhung oder Anordnung (§ 41 VwVfG, § 10 AsylG). */
export type Act = {
  event: CaseEvent;
  /** Day of service, also by fiction. */
  on: Day;
  procedure: "asylum" | "euTransfer" | "residence" | "security";
  regime: RemedyRegime;
  isThreat: boolean;
  annulledBy?: string;
};

/** All acts in the order of service. */
export function servedActs(book: Book): Act[] {
  const direct = book.of("decisionServed", "removalOrderServed");
  const served = [
    ...direct.map((event) => ({ event, on: event.on })),
    ...book
      .of(
        "decisionPosted",
        "decisionHandedToCentre",
        "decisionRetrieved",
        "decisionPublished",
        "decisionSentToLastAddress",
      )
      .flatMap((event) => deemedService(book, event) ?? []),
  ].toSorted((a, b) => order(a.on, b.on));
  const decisions = withoutTwins(served.flatMap(actOf)).map((act) => withAnnulment(book, act));
  const threats = book.of("removalThreatServed").map((event) => withAnnulment(book, threatOf(event, decisions)));
  return [...decisions, ...threats].toSorted((a, b) => order(a.on, b.on));
}

function actOf(served: { event: CaseEvent; on: Day }): Act[] {
  const { type, basis, kind, removalActIncluded } = served.event;
  if (type === "removalOrderServed") {
    const security = basis === "aufenthG58a";
    return [
      {
        ...served,
        procedure: security ? "security" : "euTransfer",
        regime: security ? "security" : "transfer",
        isThreat: false,
      },
    ];
  }
  if (kind === "euTransfer") return [{ ...served, procedure: "euTransfer", regime: "transfer", isThreat: false }];
  if (kind === "residenceThreat" || kind === "residenceDecision") {
    const isThreat = kind === "residenceThreat" || removalActIncluded === true;
    return [{ ...served, procedure: "residence", regime: "residence", isThreat }];
  }
  if (kind !== "asylumStandard" && kind !== "asylumShortened") return [];
  const regime = kind === "asylumShortened" ? "shortened" : "standard";
  return [{ ...served, procedure: "asylum", regime, isThreat: removalActIncluded !== false }];
}

/** A threat of the Bundesamt that comes later shares the rules of the decision before it. */
function threatOf(event: CaseEvent, decisions: readonly Act[]): Act {
  const threat = { event, on: event.on, isThreat: true };
  if (event.basis !== "asylG34") return { ...threat, procedure: "residence", regime: "residence" };
  const before = decisions.findLast(
    ({ procedure, on, annulledBy }) => procedure === "asylum" && annulledBy === undefined && order(on, event.on) <= 0,
  );
  return { ...threat, procedure: "asylum", regime: before?.regime ?? "standard" };
}

/** Transfer decision and removal order of one day are one act with one period. */
const withoutTwins = (acts: Act[]): Act[] =>
  acts.filter(
    (act, index) =>
      act.regime !== "transfer" ||
      acts.findIndex(({ regime, on }) => regime === "transfer" && on.equals(act.on)) === index,
  );

function withAnnulment(book: Book, act: Act): Act {
  const annulment = book
    .of("decisionAnnulled")
    .find((event) => (event.procedure ?? act.procedure) === act.procedure && order(event.on, act.on) >= 0);
  return annulment ? { ...act, annulledBy: annulment.id } : act;
}

const serviceRules: Readonly<Record<string, string>> = {
  decisionPosted: "service.post",
  decisionHandedToCentre: "service.centre",
  decisionRetrieved: "service.portal",
  decisionPublished: "service.public",
  decisionSentToLastAddress: "service.lastAddress",
};

/** The fiction of service gives way to a later actual receipt (§ 41 Abs. 2 Satz 3 VwVfG). */
function deemedService(book: Book, event: CaseEvent): { event: CaseEvent; on: Day } | undefined {
  const rule = serviceRules[event.type] ?? "service.post";
  const deadline = book.compute(event, { rule, on: event.on });
  if (!deadline) return undefined;
  const received = book.of("decisionReceived").find(({ of }) => of === event.id);
  const later = received && order(received.on, deadline.planOn) > 0 ? received : undefined;
  const notes = later ? ["Tatsächlich später zugegangen: Der spätere Tag gilt (§ 41 Abs. 2 VwVfG)."] : [];
  const state = later ? { state: "ended" as const, endedBy: later.id } : { state: "running" as const };
  book.add({ slot: "service", rule, startedBy: event.id, deadline, notes, ...state });
  return { event, on: later?.on ?? deadline.planOn };
}
