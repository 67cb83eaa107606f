/**
 * Family units (Familienverband): who belongs together, whether the family stands complete, who may travel without whom.
 * Never splits a family by default: every split needs a recorded decision of two people and notice to the youth office (G12).
 */
import { type Day, isAfter, isBefore } from "../../../kernel/day.ts";
import { ok, refused, type Result } from "../../../kernel/result.ts";
import { type EnforceabilityState, isEnforceable } from "./enforceability-state.ts";

/** Membership of a case in a family (Mitglied des Familienverbands). */
export type FamilyMember = { caseId: string; isMinor: boolean; since: Day; until?: Day; leavingReason?: string };

/** Persons with individual cases who belong together (Familienverband). */
export type FamilyUnit = { id: string; members: FamilyMember[] };

/** Decision to let some travel without the others (Entscheidung über eine Familientrennung; § 59 Abs. 1 Satz 1 AufenthG, G12). */
export type SplitDecision = {
  travelling: string[];
  reason: string;
  requestedBy: string;
  approvedBy: string[];
  youthOfficeInformedOn?: Day;
  decidedOn: Day;
};

export const familyRefusals = {
  alreadyMember: "Diese Person gehört dem Familienverband bereits an.",
  notMember: "Diese Person gehört dem Familienverband nicht an.",
  reasonMissing: "Geben Sie eine Begründung ein.",
  leftBeforeJoined: "Das Ende liegt vor dem Beginn der Zugehörigkeit. Prüfen Sie das Datum.",
  splitNotDecided: "Der Familienverband würde getrennt. Dazu fehlt eine begründete Entscheidung.",
  splitNotApprovedByTwo: "Eine Trennung müssen zwei verschiedene Personen freigeben, keine davon die antragstellende.",
  youthOfficeNotInformed: "Vor einer Trennung mit Kindern ist das Jugendamt zu unterrichten.",
} as const;

/** Why a change of a family, or travelling without all members, was refused (Ablehnungsgrund). */
export type FamilyRefusal = keyof typeof familyRefusals;

export const currentMembers = ({ members }: FamilyUnit, on: Day): FamilyMember[] =>
  members.filter(({ since, until }) => !isAfter(since, on) && !(until && isBefore(until, on)));

export function joinFamily(
  unit: FamilyUnit,
  member: Pick<FamilyMember, "caseId" | "isMinor" | "since">,
): Result<FamilyUnit, FamilyRefusal> {
  const isThere = unit.members.some(
    ({ caseId, until }) => caseId === member.caseId && !(until && isBefore(until, member.since)),
  );
  return isThere ? refused("alreadyMember") : ok({ ...unit, members: [...unit.members, member] });
}

/** Leaving needs a reason, such as death or a household of one's own; the last day still counts. */
export function leaveFamily(
  unit: FamilyUnit,
  { caseId, on, reason }: { caseId: string; on: Day; reason: string },
): Result<FamilyUnit, FamilyRefusal> {
  const member = unit.members.find((one) => one.caseId === caseId && one.until === undefined);
  if (!member) return refused("notMember");
  if (reason.trim() === "") return refused("reasonMissing");
  if (isBefore(on, member.since)) return refused("leftBeforeJoined");
  const left = { ...member, until: on, leavingReason: reason.trim() };
  return ok({ ...unit, members: unit.members.map((one) => (one === member ? left : one)) });
}

/** Whether the family stands complete (Stand des Familienverbands); the others are those in another state than most need. */
export type FamilyStanding =
  | { standing: "complete" }
  | { standing: "incomplete"; differing: string[]; unknown: string[] };

/** Complete means: the state of every member is known and all may be enforced, or all are in the same state. */
export function familyStanding(
  unit: FamilyUnit,
  states: ReadonlyMap<string, EnforceabilityState>,
  today: Day,
): FamilyStanding {
  const present = currentMembers(unit, today).filter(({ caseId }) => states.get(caseId) !== "fulfilled");
  const unknown = present.filter(({ caseId }) => !states.has(caseId)).map(({ caseId }) => caseId);
  const known = present.flatMap(({ caseId }) => {
    const state = states.get(caseId);
    return state ? [{ caseId, kind: isEnforceable(state) ? "enforceable" : state }] : [];
  });
  const kinds = new Set(known.map(({ kind }) => kind));
  if (unknown.length === 0 && kinds.size <= 1) return { standing: "complete" };
  const differing =
    kinds.size <= 1 ? [] : known.filter(({ kind }) => kind !== "enforceable").map(({ caseId }) => caseId);
  return { standing: "incomplete", differing, unknown };
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  new Set(a).size === new Set(b).size && a.every((one) => b.includes(one));

/** Members who would stay behind (zurückbleibende Familienmitglieder); those who have left the country do not. */
export const stayingBehind = (
  unit: FamilyUnit,
  travelling: readonly string[],
  { states, today }: { states: ReadonlyMap<string, EnforceabilityState>; today: Day },
): FamilyMember[] =>
  currentMembers(unit, today).filter(
    ({ caseId }) => !travelling.includes(caseId) && states.get(caseId) !== "fulfilled",
  );

/**
 * Whether these members may travel as planned, also after one of them drops out on the way.
 * All together need no decision. Fewer need one for exactly this group, by two people who did not ask for it.
 */
export function mayTravel(
  unit: FamilyUnit,
  travelling: readonly string[],
  given: { states: ReadonlyMap<string, EnforceabilityState>; decisions: readonly SplitDecision[]; today: Day },
): Result<"together" | "splitDecided", FamilyRefusal> {
  const members = currentMembers(unit, given.today);
  if (!travelling.every((caseId) => members.some((member) => member.caseId === caseId))) return refused("notMember");
  if (stayingBehind(unit, travelling, given).length === 0) return ok("together");
  const decision = given.decisions.findLast(
    (one) => sameSet(one.travelling, travelling) && !isAfter(one.decidedOn, given.today),
  );
  if (!decision) return refused("splitNotDecided");
  if (decision.reason.trim() === "") return refused("reasonMissing");
  const approvers = new Set(decision.approvedBy);
  if (approvers.size < 2 || approvers.has(decision.requestedBy)) return refused("splitNotApprovedByTwo");
  const informed = decision.youthOfficeInformedOn;
  const isInformed = informed !== undefined && !isAfter(informed, given.today);
  if (members.some(({ isMinor }) => isMinor) && !isInformed) return refused("youthOfficeNotInformed");
  return ok("splitDecided");
}
