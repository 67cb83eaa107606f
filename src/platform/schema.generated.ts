/** Made by `npm run generate` from the migrated database. Do not edit. */
import type { ColumnType, GeneratedAlways } from "kysely";

/** jsonb: read as parsed value, written as JSON text. Each feature gives the shape in its queries. */
// eslint-disable-next-line typescript/no-explicit-any -- shape known to the feature that owns the table
export type Json = ColumnType<any, string, string>;
export type Timestamp = ColumnType<Date, Date | string, Date | string>;
export type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;

export type AccessLogTable = {
  id: GeneratedAlways<number>;
  at: Generated<Timestamp>;
  officer_id: string;
  authority_id: string;
  role: string;
  owner_id: string | null;
  case_id: string | null;
  what: string;
  purpose: string;
  hits: Generated<number>;
};

export type AccessPurposeTable = {
  officer_id: string;
  case_id: string;
  purpose: string;
  stated_at: Generated<Timestamp>;
};

export type AttachmentTable = {
  id: string;
  request_id: string;
  case_id: string;
  owner_id: string;
  kind: string;
  title: string;
  file_name: string;
  media_type: string;
  size: number;
  sha256: Buffer;
  content: Buffer;
  scan: string;
  added_by: string;
  added_at: Generated<Timestamp>;
  removed_at: Timestamp | null;
};

export type AuthorityTable = {
  id: string;
  kind: string;
  name: string;
  place: string | null;
  ags: string | null;
  land: string;
  parent_id: string | null;
  phone_day: string | null;
  phone_night: string | null;
  evidence: string;
  confidence: string;
  active: Generated<boolean>;
};

export type CaseAddressTable = {
  case_id: string;
  owner_id: string;
  street: string | null;
  house_number: string | null;
  room: string | null;
  postcode: string | null;
  place: string | null;
  ags: string | null;
  facility: string | null;
  version: Generated<number>;
};

export type CaseDeadlineTable = {
  case_id: string;
  owner_id: string;
  key: string;
  rule: string;
  title: string;
  start_event_id: string | null;
  legal_end: string;
  operational_end: string;
  status: string;
  details: Json;
  compartment: Generated<string>;
};

export type CaseFileTable = {
  id: string;
  owner_id: string;
  file_number: string;
  family_unit_id: string | null;
  municipality_ags: string | null;
  responsible_officer_id: string | null;
  language: string | null;
  import_fingerprint: string | null;
  created_at: Generated<Timestamp>;
  version: Generated<number>;
  file_number_key: Generated<string>;
};

export type CaseListTable = {
  case_id: string;
  owner_id: string;
  file_number: string;
  state: string;
  since: string | null;
  next_due: string | null;
  since_key: Generated<string>;
  due_key: Generated<string>;
  responsible_officer_id: string | null;
  municipality_ags: string | null;
  open_obstacles: Generated<number>;
};

export type CasePartyTable = {
  id: string;
  case_id: string;
  owner_id: string;
  authority_id: string;
  capacity: string;
  request_id: string;
  since: Generated<Timestamp>;
  ended_at: Timestamp | null;
};

export type CaseStandingTable = {
  case_id: string;
  owner_id: string;
  state: string;
  since: string | null;
  until: string | null;
  derivation: Json;
  derived_on: string;
  next_due: string | null;
};

export type CompetenceTable = {
  ags: string;
  duty: string;
  authority_id: string;
  reason: string;
  norm: string;
};

export type CustodyEventTable = {
  id: string;
  case_id: string;
  owner_id: string;
  type: string;
  happened_on: string;
  recorded_at: Generated<Timestamp>;
  recorded_by: string | null;
  facts: Json;
  corrects_id: string | null;
};

export type DeadlineBasisTable = {
  only_row: Generated<boolean>;
  version: string;
  since: Generated<Timestamp>;
  reached_owner: Generated<string>;
  reached_case: string | null;
  renewed: Generated<number>;
  changed: Generated<number>;
  finished_at: Timestamp | null;
};

export type DeadlineChangeTable = {
  id: string;
  case_id: string;
  owner_id: string;
  key: string;
  rule: string;
  title: string;
  text: string;
  compartment: Generated<string>;
  cause: string;
  event_id: string | null;
  changed_at: Generated<Timestamp>;
  changed_by: string | null;
  notify: Generated<boolean>;
  acknowledged_at: Timestamp | null;
  acknowledged_by: string | null;
};

export type DeadlineNoticeTable = {
  id: string;
  case_id: string;
  owner_id: string;
  key: string;
  rule: string;
  title: string;
  norm: string | null;
  plan_on: string;
  legal_end: string;
  days_before: number;
  level: string;
  due_on: string;
  noticed_on: string;
  noticed_at: Generated<Timestamp>;
  late_days: number | null;
  acknowledged_at: Timestamp | null;
  acknowledged_by: string | null;
  acknowledged_name: string | null;
  note: string | null;
  compartment: Generated<string>;
  responsible_officer_id: string | null;
};

export type DeadlineWatchTable = {
  owner_id: string;
  notice_days: number[] | null;
  reason: string | null;
  changed_by: string | null;
  changed_at: Timestamp | null;
  version: Generated<number>;
  watched_on: string | null;
};

export type DeputyTable = {
  id: string;
  owner_id: string;
  officer_id: string;
  deputy_id: string;
  from_on: string;
  until_on: string;
  set_by: string;
  set_at: Generated<Timestamp>;
};

export type DisclosureTable = {
  id: string;
  request_id: string;
  case_id: string;
  owner_id: string;
  recipient_id: string;
  disclosed_at: Generated<Timestamp>;
  compartment: string;
  fields: string[];
  legal_basis: string;
};

export type FamilyUnitTable = {
  id: string;
  owner_id: string;
  label: string;
};

export type GateTable = {
  id: string;
  title: string;
  norm: string;
  at_schedule: boolean;
  at_execution: boolean;
  derived: boolean;
};

export type GateAnswerTable = {
  id: string;
  measure_id: string;
  case_id: string;
  owner_id: string;
  gate: string;
  answer: string;
  reason: string;
  evidence: string | null;
  answered_by: string;
  answered_at: Generated<Timestamp>;
  expires_on: string | null;
};

export type HazardAssessmentTable = {
  id: string;
  case_id: string;
  measure_id: string;
  owner_id: string;
  status: string;
  sources: Generated<Json>;
  finalised_at: Timestamp | null;
  finalised_by: string | null;
  version: Generated<number>;
};

export type HazardFindingTable = {
  id: string;
  assessment_id: string;
  case_id: string;
  owner_id: string;
  finding: Json;
  expires_on: string | null;
  added_by: string;
  added_at: Generated<Timestamp>;
};

export type IdempotencyKeyTable = {
  officer_id: string;
  key: string;
  request_hash: Buffer;
  status: number | null;
  body: string | null;
  location: string | null;
  created_at: Generated<Timestamp>;
};

export type ImportBatchTable = {
  id: string;
  owner_id: string;
  officer_id: string;
  file_name: string;
  sha256: Buffer;
  status: string;
  header: Generated<string[]>;
  mapping: Json | null;
  notes: Generated<string[]>;
  row_count: Generated<number>;
  judged_count: Generated<number>;
  applied_count: Generated<number>;
  failure: string | null;
  created_at: Generated<Timestamp>;
  version: Generated<number>;
};

export type ImportRowTable = {
  batch_id: string;
  row_no: number;
  owner_id: string;
  cells: string[];
  verdict: string | null;
  errors: Generated<Json>;
  draft: Json | null;
  applied_at: Timestamp | null;
  case_id: string | null;
  question: Json | null;
  notes: Generated<Json>;
};

export type JournalTable = {
  chain: string;
  seq: number;
  recorded_at: Timestamp;
  officer_id: string | null;
  actor_authority: string | null;
  actor_role: string | null;
  subject: string;
  case_id: string | null;
  event: string;
  data: string;
  previous_hash: Buffer;
  hash: Buffer;
};

export type JournalChainTable = {
  chain: string;
  last_seq: number;
  last_hash: Buffer;
};

export type LastActTable = {
  officer_id: string;
  kind: string;
  entries: Json;
  assigned_to: string | null;
  done_at: Timestamp;
};

export type LeadTimeTable = {
  owner_id: string;
  step: string;
  days: number;
  unit: string;
  source: string;
  changed_by: string;
  changed_at: Generated<Timestamp>;
  version: Generated<number>;
};

export type LegalEventTable = {
  id: string;
  case_id: string;
  owner_id: string;
  type: string;
  happened_on: string;
  recorded_at: Generated<Timestamp>;
  recorded_by: string | null;
  facts: Json;
  corrects_id: string | null;
};

export type MeasureTable = {
  id: string;
  number: string;
  case_id: string;
  owner_id: string;
  attempt_no: number;
  previous_id: string | null;
  kind: string;
  target_state: string;
  status: Generated<string>;
  state: Json;
  requested_by: string;
  approval_round: Generated<number>;
  opened_at: Generated<Timestamp>;
  status_at: Generated<Timestamp>;
  version: Generated<number>;
};

export type MeasureApprovalTable = {
  measure_id: string;
  officer_id: string;
  case_id: string;
  owner_id: string;
  round: number;
  approved_at: Generated<Timestamp>;
};

export type MeasureMoveTable = {
  from_status: string;
  to_status: string;
};

export type MeasureOutcomeTable = {
  measure_id: string;
  case_id: string;
  owner_id: string;
  result: string;
  phase: string | null;
  cause: string | null;
  text: string | null;
  happened_on: string;
  recorded_at: Generated<Timestamp>;
  recorded_by: string;
};

export type MeasurePersonTable = {
  measure_id: string;
  case_id: string;
  owner_id: string;
};

export type MeasurePlanTable = {
  measure_id: string;
  case_id: string;
  owner_id: string;
  starts_at: Timestamp | null;
  arrives_at: Timestamp | null;
  place: string | null;
  ags: string | null;
  dwelling: boolean | null;
  note: string | null;
  version: Generated<number>;
};

export type MigrationTable = {
  number: number;
  name: string;
  checksum: string;
  applied_at: Generated<Timestamp>;
};

export type MunicipalityTable = {
  ags: string;
  name: string;
  official_name: string;
  kind: string;
  district_key: string;
  district_name: string;
  land: string;
  postcode: string | null;
  lat: number | null;
  lon: number | null;
};

export type NationalityTable = {
  key: string;
  label: string;
  alpha2: string | null;
};

export type ObstacleTable = {
  id: string;
  case_id: string;
  owner_id: string;
  type: string;
  blocking: boolean;
  suspension_reason: string | null;
  opened_on: string;
  opened_by: string;
  opened_reason: string;
  review_on: string | null;
  closed_on: string | null;
  closed_by: string | null;
  closed_reason: string | null;
  version: Generated<number>;
};

export type OfficerTable = {
  id: string;
  issuer: string;
  subject: string;
  display_name: string;
  authority_id: string;
  roles: string[];
  phone: string | null;
  single_keys: Generated<string>;
  density: Generated<string>;
  last_seen_at: Generated<Timestamp>;
  theme: string | null;
};

export type PersonAliasTable = {
  id: string;
  case_id: string;
  owner_id: string;
  name: string;
  source: string;
};

export type PersonIdentityTable = {
  case_id: string;
  owner_id: string;
  family_name: string;
  given_names: Generated<string>;
  birth_name: string | null;
  birth_date: string | null;
  nationalities: Generated<string[]>;
  original_script: string | null;
  version: Generated<number>;
};

export type PostcodePlaceTable = {
  postcode: string;
  place: string;
  ags: string | null;
  district_key: string;
};

export type ReattemptDutyTable = {
  id: string;
  case_id: string;
  measure_id: string;
  owner_id: string;
  arose_on: string;
  due_on: string | null;
  resolved_on: string | null;
  resolution: string | null;
  reason: string | null;
  version: Generated<number>;
};

export type ReferenceLoadTable = {
  name: string;
  checksum: string;
  rows: number;
  loaded_at: Generated<Timestamp>;
};

export type ReportRunTable = {
  id: string;
  number: Generated<number>;
  owner_id: string;
  report: string;
  parameters: Json;
  as_of: string;
  result: Json;
  run_by: string;
  run_at: Generated<Timestamp>;
  released: Generated<boolean>;
};

export type RequestTable = {
  id: string;
  number: string;
  type: string;
  case_id: string;
  measure_id: string | null;
  owner_id: string;
  addressee_id: string;
  addressee_capacity: string;
  mediator_id: string | null;
  status: Generated<string>;
  state: Json;
  waiting_for: string | null;
  waiting_since: Timestamp | null;
  answer_due_at: Timestamp | null;
  created_by: string;
  created_at: Generated<Timestamp>;
  sent_at: Timestamp | null;
  closed_at: Timestamp | null;
  version: Generated<number>;
};

export type RequestContentTable = {
  request_id: string;
  case_id: string;
  owner_id: string;
  content: Json;
  version: Generated<number>;
};

export type RequestEntryTable = {
  id: string;
  request_id: string;
  owner_id: string;
  kind: string;
  happened_at: Timestamp;
  recorded_at: Generated<Timestamp>;
  officer_id: string | null;
  officer_name: string;
  authority_id: string;
  text: Generated<string>;
  data: Generated<Json>;
};

export type ResubmissionTable = {
  id: string;
  case_id: string;
  owner_id: string;
  due_on: string;
  note: string;
  created_by: string;
  created_at: Generated<Timestamp>;
  closed_at: Timestamp | null;
  closed_by: string | null;
  result: string | null;
};

export type SavedViewTable = {
  id: string;
  officer_id: string;
  name: string;
  query: string;
};

export type ScheduleEventTable = {
  id: string;
  case_id: string;
  owner_id: string;
  type: string;
  happened_on: string;
  recorded_at: Generated<Timestamp>;
  recorded_by: string | null;
  facts: Json;
  corrects_id: string | null;
};

export type SearchTokenTable = {
  owner_id: string;
  token: string;
  case_id: string;
  kind: string;
};

export type SessionTable = {
  token_hash: Buffer;
  officer_id: string;
  authority_id: string;
  role: string;
  id_token: string | null;
  created_at: Generated<Timestamp>;
  last_seen_at: Generated<Timestamp>;
  expires_at: Timestamp;
};

export type SignInAttemptTable = {
  state: string;
  nonce: string;
  verifier: string;
  return_to: string;
  created_at: Generated<Timestamp>;
};

export type StateTable = {
  alpha2: string;
  alpha3: string;
  name: string;
  destatis_key: string | null;
  nationality: string | null;
  eu: boolean;
  dublin: boolean;
};

export type StopRecipientTable = {
  stop_id: string;
  authority_id: string;
  owner_id: string;
  issued_at: Generated<Timestamp>;
  delivered_at: Timestamp | null;
  seen_at: Timestamp | null;
  confirmed_at: Timestamp | null;
  confirmed_by: string | null;
  channel: string | null;
  note: string | null;
};

export type StopSignalTable = {
  id: string;
  measure_id: string;
  measure_number: string;
  case_id: string;
  owner_id: string;
  reason: string;
  source: string;
  entered_by: string;
  entered_by_name: string;
  entered_authority: string;
  happened_at: Timestamp;
  entered_at: Generated<Timestamp>;
};

export type VoluntaryReturnTable = {
  id: string;
  case_id: string;
  owner_id: string;
  status: string;
  offered_on: string;
  state: Json;
  version: Generated<number>;
};

export type Schema = {
  access_log: AccessLogTable;
  access_purpose: AccessPurposeTable;
  attachment: AttachmentTable;
  authority: AuthorityTable;
  case_address: CaseAddressTable;
  case_deadline: CaseDeadlineTable;
  case_file: CaseFileTable;
  case_list: CaseListTable;
  case_party: CasePartyTable;
  case_standing: CaseStandingTable;
  competence: CompetenceTable;
  custody_event: CustodyEventTable;
  deadline_basis: DeadlineBasisTable;
  deadline_change: DeadlineChangeTable;
  deadline_notice: DeadlineNoticeTable;
  deadline_watch: DeadlineWatchTable;
  deputy: DeputyTable;
  disclosure: DisclosureTable;
  family_unit: FamilyUnitTable;
  gate: GateTable;
  gate_answer: GateAnswerTable;
  hazard_assessment: HazardAssessmentTable;
  hazard_finding: HazardFindingTable;
  idempotency_key: IdempotencyKeyTable;
  import_batch: ImportBatchTable;
  import_row: ImportRowTable;
  journal: JournalTable;
  journal_chain: JournalChainTable;
  last_act: LastActTable;
  lead_time: LeadTimeTable;
  legal_event: LegalEventTable;
  measure: MeasureTable;
  measure_approval: MeasureApprovalTable;
  measure_move: MeasureMoveTable;
  measure_outcome: MeasureOutcomeTable;
  measure_person: MeasurePersonTable;
  measure_plan: MeasurePlanTable;
  migration: MigrationTable;
  municipality: MunicipalityTable;
  nationality: NationalityTable;
  obstacle: ObstacleTable;
  officer: OfficerTable;
  person_alias: PersonAliasTable;
  person_identity: PersonIdentityTable;
  postcode_place: PostcodePlaceTable;
  reattempt_duty: ReattemptDutyTable;
  reference_load: ReferenceLoadTable;
  report_run: ReportRunTable;
  request: RequestTable;
  request_content: RequestContentTable;
  request_entry: RequestEntryTable;
  resubmission: ResubmissionTable;
  saved_view: SavedViewTable;
  schedule_event: ScheduleEventTable;
  search_token: SearchTokenTable;
  session: SessionTable;
  sign_in_attempt: SignInAttemptTable;
  state: StateTable;
  stop_recipient: StopRecipientTable;
  stop_signal: StopSignalTable;
  voluntary_return: VoluntaryReturnTable;
};
