/** The second wall: SQL as the role of the program, past services and domain. No sequence of it opens a closed gate. */
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { startTestApp } from "../../../test/harness/app.ts";
import { answerAllGates, enforceableCase, openedMeasure, step } from "../../../test/harness/prepared-case.ts";
import { newId } from "../../kernel/id.ts";
import { openActorSession } from "../../platform/database/actor-session.ts";

const app = await startTestApp();
afterAll(app.close);
const owner = "ABH-05954036";
const official = await app.context("witten-beispiel");
const [first, second] = [await app.context("witten-muster"), await app.context("witten-probe")];
let caseId = "";
let measure = "";

type Statement = readonly [text: string, values?: unknown[]];

/** Statements in one transaction in the name of an officer, as amtsweg_app, with a line in the journal. */
const asApp = (statements: readonly Statement[], context = official): Promise<void> => {
  const line = { chain: owner, subject: `measure:${measure}`, caseId, event: "tried", data: "{}" };
  return unrecorded([...statements, ["select app.record_change($1, '[]', '{}')", [JSON.stringify([line])]]], context);
};

async function unrecorded(statements: readonly Statement[], context = official): Promise<void> {
  const session = openActorSession(app.pool, context.actor);
  try {
    for (const [text, values = []] of statements) await session.query(text, values);
    await session.commit();
  } catch (error) {
    await session.rollback();
    throw error;
  }
}

const move = (to: string): Statement => [
  "update measure set status = $2, state = jsonb_set(state, '{status}', to_jsonb($2::text)) where id = $1",
  [measure, to],
];

/** Two approvals lie there and every question is answered; one SQL statement away from `approved`. */
async function readyToApprove(): Promise<void> {
  await answerAllGates(official, measure);
  expect(await step(official, measure, { type: "gateCheckStarted" })).toBeUndefined();
  const approve =
    "insert into measure_approval (measure_id, officer_id, case_id, owner_id, round) values ($1, $2, $3, $4, 1)";
  for (const who of [first, second]) await asApp([[approve, [measure, who.actor.officerId, caseId, owner]]], who);
}

async function readyToRelease(): Promise<void> {
  await readyToApprove();
  await asApp([move("approved"), move("supportArranged"), move("finalCheck")]);
}

beforeEach(async () => {
  caseId = await enforceableCase(app);
  measure = await openedMeasure(app, caseId);
});

test("what the tests below bar goes through when nothing bars it", async () => {
  await readyToRelease();
  await asApp([move("released"), move("inExecution")]);
  expect(await app.sql("select status from measure where id = $1", [measure])).toEqual([{ status: "inExecution" }]);
});

test("no move without a line in the journal of the same transaction", async () => {
  await expect(unrecorded([move("gateCheck")])).rejects.toThrow("without a line in the journal");
  await asApp([move("gateCheck")]);
});

describe("a measure whose approvals lie there does not become approved", () => {
  test.each<[string, string, string]>([
    [
      "obstacle open",
      "gates closed: blocking obstacle",
      `insert into obstacle (id, case_id, owner_id, type, blocking,
      opened_on, opened_by, opened_reason) select gen_random_uuid(), $1, owner_id, 'identityUnclear', true, '2026-11-01',
      requested_by, 'Test' from measure where case_id = $1`,
    ],
    ["duty not enforceable", "gates closed: G03", "update case_standing set state = 'suspended' where case_id = $1"],
    ["standing run out", "gates closed: G03", "update case_standing set until = '2026-11-01' where case_id = $1"],
    [
      "voluntary return approved",
      "gates closed: G28",
      "update voluntary_return set status = 'approved' where case_id = $1",
    ],
    [
      "transfer period ends before the arrival",
      "gates closed: G17",
      `insert into case_deadline (case_id, owner_id, key,
      rule, title, legal_end, operational_end, status, details) select $1, owner_id, 't', 'D40.transfer', 'Test',
      '2026-11-30', '2026-11-30', 'running', '{}' from case_file where id = $1`,
    ],
  ])("%s", async (_, refusal, statement) => {
    await readyToApprove();
    await app.sql(statement, [caseId]);
    await expect(asApp([move("approved")])).rejects.toThrow(refusal);
  });

  test("G17: a transfer without a period on record", async () => {
    await app.sql("alter table measure disable trigger user");
    await app.sql("update measure set kind = 'euTransfer' where id = $1", [measure]);
    await app.sql("alter table measure enable trigger user");
    await readyToApprove();
    await expect(asApp([move("approved")])).rejects.toThrow("gates closed: G17");
  });
});

test("a request for assistance without reason or legal basis bars the release (G22)", async () => {
  await readyToRelease();
  const id = newId();
  await app.sql(
    `insert into request (id, number, type, case_id, measure_id, owner_id, addressee_id, addressee_capacity, state,
      created_by) select $1::uuid, 'E-T-' || right($1::text, 8), 'enforcementAssistance', case_id, id, owner_id, 'KPB-PP-BOCHUM',
      'districtPolice', '{"status":"draft"}', requested_by from measure where id = $2`,
    [id, measure],
  );
  await expect(asApp([move("released")])).rejects.toThrow("gates closed: G22");
  const fill = (content: object) =>
    app.sql(
      `insert into request_content (request_id, case_id, owner_id, content) values ($1, $2, $3, $4)
       on conflict (request_id) do update set content = excluded.content`,
      [id, caseId, owner, JSON.stringify(content)],
    );
  await fill({ reason: "Widerstand zu erwarten", legalBasis: { norms: [] } });
  await expect(asApp([move("released")])).rejects.toThrow("gates closed: G22");
  await fill({ reason: " ", legalBasis: { norms: ["§ 71 Abs. 1 AufenthG"] } });
  await expect(asApp([move("released")])).rejects.toThrow("gates closed: G22");
  const whole = { reason: "Widerstand zu erwarten", legalBasis: { norms: ["§ 71 Abs. 1 AufenthG"] } };
  const order = { kind: "searchWarrant", state: "appliedFor", court: "AG Musterstadt", on: "2026-11-20" };
  for (const courtOrders of [
    undefined,
    { need: "undecided" },
    { need: "none", reason: " " },
    { need: "required", kinds: [], orders: [] },
    { need: "required", kinds: ["searchWarrant"], orders: [order] },
    { need: "required", kinds: ["searchWarrant"], orders: [{ ...order, state: "named" }] },
    { need: "required", kinds: ["searchWarrant", "custodyOrder"], orders: [{ ...order, state: "carried" }] },
  ]) {
    await fill({ ...whole, courtOrders });
    await expect(asApp([move("released")])).rejects.toThrow("gates closed: G22");
    expect(await step(official, measure, { type: "released" })).toMatchObject({
      gates: expect.arrayContaining(["G22"]),
    });
  }
  const custody = { ...order, kind: "custodyOrder", state: "named" };
  const orders = [{ ...order, state: "carried" }, custody];
  await app.sql(`update request set status = 'accepted', state = '{"status":"accepted"}' where id = $1`, [id]);
  const plannedStart = { on: "2026-12-01", time: "06:15" };
  await fill({
    ...whole,
    plannedStart,
    courtOrders: { need: "required", kinds: ["searchWarrant", "custodyOrder"], orders },
  });
  await asApp([move("released")]);
});

test.each<[string, string, string]>([
  ["shows another state than it guards", "differ", `update measure set state = '{"status":"released"}' where id = $1`],
  [
    "asks in another's name",
    "own name",
    `insert into measure (id, number, case_id, owner_id, attempt_no, kind,
    target_state, state, requested_by) select gen_random_uuid(), 'X', case_id, owner_id, 99, kind, target_state,
    '{"status":"draft"}', (select id from officer where id <> requested_by limit 1) from measure where id = $1`,
  ],
  ["exchanges the person", "permission denied", "update measure_person set case_id = case_id where measure_id = $1"],
  ["turns a transfer into a removal", "identity", "update measure set kind = 'other' where id = $1"],
  [
    "approves in advance",
    "nothing to approve",
    `insert into measure_approval (measure_id, officer_id, case_id, owner_id,
    round) select id, app.officer(), case_id, owner_id, 1 from measure where id = $1`,
  ],
  [
    "answers with a date ahead",
    "future",
    `insert into gate_answer (id, measure_id, case_id, owner_id, gate, answer, reason,
    answered_by, answered_at) select gen_random_uuid(), id, case_id, owner_id, 'G01', 'yes', 'Test', app.officer(),
    now() + interval '1 day' from measure where id = $1`,
  ],
  [
    "answers for a colleague",
    "own name",
    `insert into gate_answer (id, measure_id, case_id, owner_id, gate, answer, reason,
    answered_by) select gen_random_uuid(), id, case_id, owner_id, 'G01', 'yes', 'Test',
    (select id from officer where id <> app.officer() limit 1) from measure where id = $1`,
  ],
  [
    "answers what is derived",
    "derived gate",
    `insert into gate_answer (id, measure_id, case_id, owner_id, gate, answer,
    reason, answered_by) select gen_random_uuid(), id, case_id, owner_id, 'G03', 'yes', 'Test', app.officer()
    from measure where id = $1`,
  ],
  ["edits a published rule", "permission denied", "update gate set at_execution = false where id <> $1::text"],
  ["opens a way of its own", "permission denied", "insert into measure_move values ('draft', 'released'), ($1, 'x')"],
  ["switches the guard off", "must be owner", "alter table measure disable trigger measure_guard -- $1"],
])("nobody %s", async (_, refusal, statement) => {
  const values = statement.includes("-- $1") ? [] : [measure];
  const who = statement.includes("measure_approval") ? first : official;
  await expect(asApp([[statement, values]], who)).rejects.toThrow(refusal);
});

test("a measure takes no further person once its check has begun", async () => {
  const other = await enforceableCase(app);
  expect(await step(official, measure, { type: "gateCheckStarted" })).toBeUndefined();
  const add = "insert into measure_person (measure_id, case_id, owner_id) values ($1, $2, $3)";
  await expect(asApp([[add, [measure, other, owner]]])).rejects.toThrow("never change");
});

test.each([
  ["ceases to block", "blocking = false"],
  ["becomes another", "type = 'churchAsylum'"],
  ["is closed in another's name", "closed_on = '2026-11-23', closed_reason = 'Test', closed_by = $2"],
])("no obstacle %s", async (_, set) => {
  const id = newId();
  await asApp([
    [
      `insert into obstacle (id, case_id, owner_id, type, blocking, opened_on, opened_by, opened_reason)
       values ($1, $2, $3, 'identityUnclear', true, '2026-11-01', app.officer(), 'Test')`,
      [id, caseId, owner],
    ],
  ]);
  const statement = `update obstacle set ${set} where id = $1`;
  const values = set.includes("$2") ? [id, first.actor.officerId] : [id];
  await expect(asApp([[statement, values]])).rejects.toThrow("can only be closed");
});
