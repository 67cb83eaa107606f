/** All SQL of measures: rows ↔ domain. Row-level security decides what comes back. */
import { day, type Day } from "../../kernel/day.ts";
import type { Change, Db } from "../../platform/change.ts";
import { changedMeanwhile, notFound } from "../../platform/http/problem.ts";
import type { AnsweredGateId, GateRole } from "./domain/gate.ts";
import type { GateAnswer } from "./domain/gate-answer.ts";
import type { Measure } from "./domain/measure.ts";

type Reader = { db: Db };

/** A stored measure (Maßnahme): the domain state, and what the envelope around it knows. */
export type StoredMeasure = {
  id: string;
  number: string;
  caseId: string;
  ownerId: string;
  kind: string;
  targetState: string;
  version: number;
  round: number;
  measure: Measure;
  openedAt: Date;
};

const columns = [
  "id",
  "number",
  "case_id",
  "owner_id",
  "kind",
  "target_state",
  "version",
  "approval_round",
  "state",
  "opened_at",
] as const;

type Row = {
  id: string;
  number: string;
  case_id: string;
  owner_id: string;
  kind: string;
  target_state: string;
  version: number;
  approval_round: number;
  state: Measure;
  opened_at: Date;
};

const fromRow = (row: Row): StoredMeasure => ({
  id: row.id,
  number: row.number,
  caseId: row.case_id,
  ownerId: row.owner_id,
  kind: row.kind,
  targetState: row.target_state,
  version: row.version,
  round: row.approval_round,
  measure: row.state,
  openedAt: row.opened_at,
});

export async function findMeasure({ db }: Reader, id: string): Promise<StoredMeasure | undefined> {
  const row = await db.selectFrom("measure").select(columns).where("id", "=", id).executeTakeFirst();
  return row && fromRow(row);
}

/** The attempts of a case, the latest first. */
export async function listMeasures({ db }: Reader, caseId: string): Promise<StoredMeasure[]> {
  const rows = await db
    .selectFrom("measure")
    .select(columns)
    .where("case_id", "=", caseId)
    .orderBy("attempt_no", "desc")
    .execute();
  return rows.map(fromRow);
}

/** The measures in which one of these persons takes part, also as a companion of another case; the latest first. */
export async function measuresWith({ db }: Reader, caseIds: readonly string[]): Promise<StoredMeasure[]> {
  const rows = await db
    .selectFrom("measure")
    .select(columns)
    .where("id", "in", (eb) => eb.selectFrom("measure_person").select("measure_id").where("case_id", "in", caseIds))
    .orderBy("opened_at", "desc")
    .orderBy("attempt_no", "desc")
    .execute();
  return rows.map(fromRow);
}

/** Locks a measure; throws for an unseen one and for an older form. */
export async function lockMeasure({ trx }: Change, id: string, seenVersion?: number): Promise<StoredMeasure> {
  const row = await trx.selectFrom("measure").select(columns).where("id", "=", id).forUpdate().executeTakeFirst();
  if (!row) throw notFound();
  if (seenVersion !== undefined && row.version !== seenVersion) throw changedMeanwhile();
  return fromRow(row);
}

/** Saves the next state; the database guard looks at it once more. */
export async function saveMeasure(
  { trx }: Change,
  { id, version, round }: StoredMeasure,
  next: Measure,
  sameRound: boolean,
): Promise<void> {
  await trx
    .updateTable("measure")
    .set({
      status: next.status,
      state: JSON.stringify(next),
      status_at: new Date(),
      version: version + 1,
      approval_round: sameRound ? round : round + 1,
    })
    .where("id", "=", id)
    .execute();
}

export const casesOf = async ({ db }: Reader, measureId: string): Promise<string[]> =>
  (
    await db
      .selectFrom("measure_person")
      .select("case_id")
      .where("measure_id", "=", measureId)
      .orderBy("case_id")
      .execute()
  ).map((row) => row.case_id);

/** Time and place of a measure: a secret of § 97a AufenthG. */
export type MeasurePlan = {
  startsAt: Date | null;
  arrivesAt: Date | null;
  place: string | null;
  ags: string | null;
  dwelling: boolean | null;
  note: string | null;
  version: number;
};

export async function findPlan({ db }: Reader, measureId: string): Promise<MeasurePlan | undefined> {
  const row = await db.selectFrom("measure_plan").selectAll().where("measure_id", "=", measureId).executeTakeFirst();
  return (
    row && {
      startsAt: row.starts_at,
      arrivesAt: row.arrives_at,
      place: row.place,
      ags: row.ags,
      dwelling: row.dwelling,
      note: row.note,
      version: row.version,
    }
  );
}

export type StoredAnswer = GateAnswer & { officerName: string };

/** All answers of a measure, oldest first; the last one of a gate counts. */
export async function listAnswers({ db }: Reader, measureId: string): Promise<StoredAnswer[]> {
  const rows = await db
    .selectFrom("gate_answer as a")
    .innerJoin("officer as o", "o.id", "a.answered_by")
    .select([
      "a.gate",
      "a.answer",
      "a.reason",
      "a.evidence",
      "a.answered_by",
      "a.answered_at",
      "a.expires_on",
      "o.display_name",
      "o.roles",
    ])
    .where("a.measure_id", "=", measureId)
    .orderBy("a.answered_at")
    .orderBy("a.id")
    .execute();
  return rows.map((row) => ({
    // Only answered gates are stored, by answerGate; the check constraint knows the four answers.
    gate: row.gate as AnsweredGateId,
    answer: row.answer as GateAnswer["answer"],
    reason: row.reason,
    evidence: row.evidence ?? undefined,
    answeredBy: { officer: row.answered_by, role: (row.roles[0] ?? "caseworker") as GateRole },
    answeredAt: row.answered_at,
    expiresOn: row.expires_on ? day(row.expires_on) : undefined,
    officerName: row.display_name,
  }));
}

export type Approval = { officerId: string; name: string; at: Date };

export async function listApprovals({ db }: Reader, { id, round }: StoredMeasure): Promise<Approval[]> {
  const rows = await db
    .selectFrom("measure_approval as a")
    .innerJoin("officer as o", "o.id", "a.officer_id")
    .select(["a.officer_id", "a.approved_at", "o.display_name"])
    .where("a.measure_id", "=", id)
    .where("a.round", "=", round)
    .orderBy("a.approved_at")
    .execute();
  return rows.map((row) => ({ officerId: row.officer_id, name: row.display_name, at: row.approved_at }));
}

export type Duty = { id: string; arose: Day; due: Day | undefined; version: number };

export async function openDuties({ db }: Reader, caseId: string): Promise<Duty[]> {
  const rows = await db
    .selectFrom("reattempt_duty")
    .select(["id", "arose_on", "due_on", "version"])
    .where("case_id", "=", caseId)
    .where("resolved_on", "is", null)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    arose: day(row.arose_on),
    due: row.due_on ? day(row.due_on) : undefined,
    version: row.version,
  }));
}
