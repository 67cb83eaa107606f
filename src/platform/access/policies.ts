/**
 * Makes the PostgreSQL row-level-security policies from the matrix. Applied after each migration, so that what the
 * database enforces is what the data file publishes. The application role cannot bypass them and owns nothing.
 */
import {
  ownerReaders,
  ownerWritersOf,
  partyReaders,
  partyWriters,
  type Scope,
  type TableRule,
  tableRules,
} from "./matrix.ts";

const authority = "(select app.authority())";
const officer = "(select app.officer())";
// A subquery of its own: to the planner it is one yes or no for the whole statement, not a rare value in each row.
const among = (names: readonly string[]): string =>
  names.length === 0 ? "false" : `(select app.role() in (${names.map((name) => `'${name}'`).join(", ")}))`;
const either = (...conditions: string[]): string => `(${conditions.join(" or ")})`;
const both = (...conditions: string[]): string => `(${conditions.join(" and ")})`;
const myPartyCases = "case_id in (select app.party_cases())";
// Wrapped because every hot query names its owner itself. Bare, the planner takes this for a second, rarer condition,
// expects next to no rows and sorts a whole authority instead of reading the first fifty from an index (bench: 250-fold).
const own = `coalesce(owner_id = ${authority}, false)`;

type Conditions = { read: string; insert: string; update: string };

function caseConditions(rule: TableRule, table: string): Conditions {
  const caseId = table === "case_file" ? "id in (select app.party_cases())" : myPartyCases;
  const read = either(
    both(own, among(ownerReaders(rule.compartment))),
    both(among(partyReaders(rule.compartment)), caseId),
  );
  const write = either(both(own, among(ownerWritersOf(rule))), both(among(partyWriters(rule.compartment)), caseId));
  const rows = rowsOfCompartments(rule);
  const [seen, written] = rows ? [both(read, rows), both(write, rows)] : [read, write];
  return { read: seen, insert: written, update: written };
}

/** A row of another compartment is derived from it: it is seen, and renewed, only by roles that read that one as well. */
function rowsOfCompartments({ rows }: TableRule): string | undefined {
  if (!rows) return undefined;
  const plain = `${rows.by} not in (${rows.of.map((name) => `'${name}'`).join(", ")})`;
  const special = rows.of.map((name) =>
    both(`${rows.by} = '${name}'`, among([...ownerReaders(name), ...partyReaders(name)])),
  );
  // Wrapped like `own`: most rows are plain, and the planner must not take them for rare.
  return `coalesce(${either(plain, ...special)}, false)`;
}

const ownWriter = both(own, among(["caseworker", "supervisor"]));
const addressed = `(addressee_id = ${authority} and status <> 'draft')`;
const mediating = `mediator_id = ${authority}`;
const ownReader = both(own, among(["caseworker", "supervisor", "auditor"]));
const takesPart = "app.takes_part(request_id)";
const openToMe = "request_id in (select app.open_requests())";
const requestRead = either(ownReader, addressed, mediating);
const requestWrite = either(ownWriter, addressed, mediating);

/** What each kind of table asks of the actor. `case` is the rule of domain.md 5.5; the others follow the party idea. */
const conditions: Record<Exclude<Scope, "case">, Conditions> = {
  owner: { read: ownReader, insert: ownWriter, update: ownWriter },
  // Made from other tables by triggers; nobody writes it.
  ownerReads: { read: ownWriter, insert: "false", update: "false" },
  party: { read: either(ownReader, `authority_id = ${authority}`), insert: "false", update: "false" },
  request: { read: requestRead, insert: ownWriter, update: requestWrite },
  requestLine: { read: either(ownReader, takesPart), insert: either(ownWriter, takesPart), update: "false" },
  openRequest: { read: either(ownReader, openToMe), insert: either(ownWriter, openToMe), update: ownWriter },
  stop: {
    read: either(ownReader, "id in (select app.my_stops())"),
    insert: "false",
    update: "false",
  },
  stopRecipient: {
    read: either(ownReader, `authority_id = ${authority}`, "stop_id in (select app.my_stops())"),
    insert: "false",
    update: either(ownWriter, `authority_id = ${authority}`),
  },
  report: { read: either(ownReader, "released"), insert: ownReader, update: ownWriter },
  journal: {
    read: both(`chain = ${authority}`, among(["caseworker", "supervisor", "auditor"])),
    insert: "false",
    update: "false",
  },
  accessLog: {
    read: either(
      both(own, among(["caseworker", "supervisor", "auditor"])),
      both(`authority_id = ${authority}`, among(["auditor"])),
    ),
    insert: both(`authority_id = ${authority}`, `officer_id = ${officer}`),
    update: "false",
  },
  officer: { read: `officer_id = ${officer}`, insert: `officer_id = ${officer}`, update: `officer_id = ${officer}` },
};

function policiesFor(table: string, rule: TableRule): string[] {
  const { read, insert, update } = rule.scope === "case" ? caseConditions(rule, table) : conditions[rule.scope];
  const statements = [
    `alter table ${table} enable row level security`,
    `create policy ${table}_read on ${table} for select to amtsweg_app using (${read})`,
    `grant select on ${table} to amtsweg_app`,
  ];
  if (insert !== "false")
    statements.push(
      `create policy ${table}_insert on ${table} for insert to amtsweg_app with check (${insert})`,
      `grant insert on ${table} to amtsweg_app`,
    );
  if (update !== "false" && !rule.appendOnly)
    statements.push(
      `create policy ${table}_update on ${table} for update to amtsweg_app using (${update}) with check (${update})`,
      `grant update on ${table} to amtsweg_app`,
    );
  if (rule.delete)
    statements.push(
      `create policy ${table}_delete on ${table} for delete to amtsweg_app using (${update})`,
      `grant delete on ${table} to amtsweg_app`,
    );
  return statements;
}

/** SQL that replaces every generated policy; runs as amtsweg_owner. */
export function policySql(): string {
  const drop = `do $$ declare p record; begin
  for p in select policyname, tablename from pg_policies where schemaname = 'public' loop
    execute format('drop policy %I on %I', p.policyname, p.tablename);
  end loop;
end $$`;
  const tables = Object.entries(tableRules).flatMap(([table, rule]) => [
    `revoke all on ${table} from amtsweg_app`,
    ...policiesFor(table, rule),
  ]);
  return [drop, ...tables].join(";\n") + ";\n";
}
