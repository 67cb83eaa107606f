/** One row in every table that holds case data, put there past all rules, so that the rules can be tested on it. */
import { newId } from "../../src/kernel/id.ts";

export type Seeded = { caseId: string; measureId: string; requestId: string; stopId: string };

type Sql = (text: string, values?: unknown[]) => Promise<unknown>;
type Parties = { owner: string; addressee: string; mediator: string; officer: string };

/** The addressee is no party any more; `openParty` makes it one. */
export async function oneOfEach(sql: Sql, { owner, addressee, mediator, officer }: Parties): Promise<Seeded> {
  const [caseId, measureId, requestId, stopId, assessmentId, batchId] = [
    newId(),
    newId(),
    newId(),
    newId(),
    newId(),
    newId(),
  ];
  const row = (table: string, values: Record<string, unknown>): Promise<unknown> => {
    const names = Object.keys(values);
    const places = names.map((_, index) => `$${index + 1}`).join(", ");
    return sql(`insert into ${table} (${names.join(", ")}) values (${places})`, Object.values(values));
  };
  const of = { case_id: caseId, owner_id: owner };
  const envelope = { request_id: requestId, owner_id: owner };
  const familyId = newId();
  await row("family_unit", { id: familyId, owner_id: owner, label: `Familie ${caseId.slice(-6)}` });
  await row("case_file", {
    id: caseId,
    owner_id: owner,
    file_number: `T-${caseId.slice(-6)}`,
    family_unit_id: familyId,
  });
  await row("person_identity", { ...of, family_name: "Muster", given_names: "Țvetana", birth_date: "1991-03-04" });
  await row("person_alias", { id: newId(), ...of, name: "Probe", source: "Test" });
  await row("search_token", { ...of, token: "MUSTER", kind: "name" });
  await row("case_address", {
    ...of,
    street: "Musterweg",
    house_number: "3",
    postcode: "58452",
    place: "Witten",
    ags: "05954036",
  });
  await row("legal_event", {
    id: newId(),
    ...of,
    type: "obligationToLeaveArisen",
    happened_on: "2026-01-02",
    facts: "{}",
  });
  for (const table of ["custody_event", "schedule_event"])
    await row(table, { id: newId(), ...of, type: "custodyStarted", happened_on: "2026-01-02", facts: "{}" });
  await row("case_standing", { ...of, state: "enforceable", derivation: "{}", derived_on: "2026-01-02" });
  await row("obstacle", {
    id: newId(),
    ...of,
    type: "identityUnclear",
    blocking: true,
    opened_on: "2026-01-02",
    opened_by: officer,
    opened_reason: "Test",
  });
  await row("resubmission", { id: newId(), ...of, due_on: "2026-12-01", note: "Test", created_by: officer });
  await row("voluntary_return", { id: newId(), ...of, status: "offered", offered_on: "2026-01-02", state: "{}" });
  await row("case_deadline", {
    ...of,
    key: "k",
    rule: "D01",
    title: "Klagefrist",
    legal_end: "2026-12-01",
    operational_end: "2026-12-01",
    status: "running",
    details: "{}",
  });
  await row("deadline_notice", {
    id: newId(),
    ...of,
    key: "k",
    rule: "D35",
    title: "Überstellungsfrist",
    plan_on: "2026-11-20",
    legal_end: "2026-11-20",
    days_before: -1,
    level: "alert",
    due_on: "2026-11-21",
    noticed_on: "2026-11-21",
  });
  await row("deadline_change", {
    id: newId(),
    ...of,
    key: "k",
    rule: "D01",
    title: "Klagefrist",
    text: "neu: 01.12.2026",
    cause: "event",
  });
  await row("measure", {
    id: measureId,
    number: `M-${measureId.slice(-8)}`,
    ...of,
    attempt_no: 1,
    kind: "removal",
    target_state: "FR",
    state: '{"status":"draft"}',
    requested_by: officer,
  });
  await row("measure_person", { measure_id: measureId, ...of });
  await row("measure_plan", { measure_id: measureId, ...of, place: "Witten" });
  await sql("insert into gate values ('G01', 'Identität', '§ 82', true, true, false) on conflict do nothing");
  await row("gate_answer", {
    id: newId(),
    measure_id: measureId,
    ...of,
    gate: "G01",
    answer: "yes",
    reason: "Test",
    answered_by: officer,
  });
  await sql("alter table measure_approval disable trigger user");
  await row("measure_approval", { measure_id: measureId, officer_id: officer, round: 1, ...of });
  await sql("alter table measure_approval enable trigger user");
  await row("measure_outcome", {
    measure_id: measureId,
    ...of,
    result: "completed",
    happened_on: "2026-01-02",
    recorded_by: officer,
  });
  await row("reattempt_duty", { id: newId(), measure_id: measureId, ...of, arose_on: "2026-01-02" });
  await row("request", {
    id: requestId,
    number: `E-${requestId.slice(-8)}`,
    type: "enforcementAssistance",
    ...of,
    measure_id: measureId,
    addressee_id: addressee,
    addressee_capacity: "districtPolice",
    mediator_id: mediator,
    status: "sent",
    state: "{}",
    created_by: officer,
  });
  await row("request_content", { ...envelope, case_id: caseId, content: "{}" });
  await row("request_entry", {
    id: newId(),
    ...envelope,
    kind: "sent",
    happened_at: "2026-01-02",
    officer_name: "Test",
    authority_id: owner,
  });
  await row("disclosure", {
    id: newId(),
    ...envelope,
    case_id: caseId,
    recipient_id: addressee,
    compartment: "identity",
    fields: ["familyName"],
    legal_basis: "§ 86 AufenthG",
  });
  await row("attachment", {
    id: newId(),
    ...envelope,
    case_id: caseId,
    kind: "other",
    title: "Test",
    file_name: "t.pdf",
    media_type: "application/pdf",
    size: 1,
    sha256: Buffer.alloc(32),
    content: Buffer.alloc(1),
    scan: "noScanner",
    added_by: officer,
  });
  await row("hazard_assessment", { id: assessmentId, measure_id: measureId, ...of, status: "draft" });
  await row("hazard_finding", { id: newId(), assessment_id: assessmentId, ...of, finding: "{}", added_by: officer });
  await row("stop_signal", {
    id: stopId,
    measure_id: measureId,
    measure_number: "M-2026-0001/1",
    ...of,
    reason: "court",
    source: "Test",
    entered_by: officer,
    entered_by_name: "Test",
    entered_authority: owner,
    happened_at: "2026-01-02",
  });
  await row("stop_recipient", { stop_id: stopId, authority_id: addressee, owner_id: owner });
  await row("import_batch", {
    id: batchId,
    owner_id: owner,
    officer_id: officer,
    file_name: "t.csv",
    sha256: Buffer.alloc(32),
    status: "done",
  });
  await row("import_row", { batch_id: batchId, row_no: 1, owner_id: owner, cells: ["x"] });
  await row("report_run", {
    id: newId(),
    owner_id: owner,
    report: "failedMeasures",
    parameters: "{}",
    as_of: "2026-01-02",
    result: "{}",
    run_by: officer,
  });
  await endParts(sql);
  return { caseId, measureId, requestId, stopId };
}

/** Ends the parts that the request opened by itself, so that a test can open its own. */
export const endParts = (sql: Sql): Promise<unknown> =>
  sql("update case_party set ended_at = now() where ended_at is null");

/** Makes an authority a party to the case in a capacity (role). */
export const openParty = (
  sql: Sql,
  seeded: Seeded,
  owner: string,
  authority: string,
  capacity: string,
): Promise<unknown> =>
  sql(
    "insert into case_party (id, case_id, owner_id, authority_id, capacity, request_id) values ($1, $2, $3, $4, $5, $6)",
    [newId(), seeded.caseId, owner, authority, capacity, seeded.requestId],
  );
