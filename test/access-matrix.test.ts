/** Each role × compartment × read and write, as PostgreSQL itself answers. Made from the published matrix. */
import { afterAll, describe, expect, test } from "vitest";
import {
  acts,
  compartments,
  ownerReaders,
  ownerWriters,
  partyReaders,
  partyWriters,
  rightLegend,
  rightOf,
  type Role,
  roles,
  tableRules,
} from "../src/platform/access/matrix.ts";
import type { Actor } from "../src/platform/actor.ts";
import { openActorSession } from "../src/platform/database/actor-session.ts";
import { startTestApp } from "./harness/app.ts";
import { endParts, oneOfEach, openParty } from "./harness/one-of-each.ts";

const owner = "ABH-05954036";
const party = "KPB-PP-BOCHUM";
const stranger = "ABH-05911";

const app = await startTestApp();
afterAll(app.close);
const officer = (await app.actor("witten-beispiel")).officerId;
const seeded = await oneOfEach(app.sql, { owner, addressee: party, mediator: "BR-059", officer });

const asRole = (authorityId: string, role: Role): Actor => ({
  officerId: officer,
  name: "Test",
  authorityId,
  authorityName: "Test",
  role,
});

/** Runs one statement in the name of the actor and takes it back; "denied" when PostgreSQL refuses it. */
async function attempt(actor: Actor, text: string): Promise<number | "denied"> {
  const session = openActorSession(app.pool, actor);
  try {
    return (await session.query(text, [])).rowCount ?? 0;
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "42501" || error.code === "55000"))
      return "denied";
    throw error;
  } finally {
    await session.rollback();
  }
}

const caseTables = Object.entries(tableRules).filter(([, rule]) => rule.scope === "case");
const seen = (actor: Actor, table: string) => attempt(actor, `select 1 from ${table}`);
const written = (actor: Actor, table: string) => attempt(actor, `update ${table} set owner_id = owner_id`);

test("every right of the matrix is one that the legend explains", () => {
  for (const role of roles) for (const name of compartments) expect(rightLegend).toHaveProperty(rightOf(role, name));
});

test("every table of the database that holds an owner stands in the matrix, and obeys row-level security", async () => {
  const rows = await app.sql(`select c.relname as name, c.relrowsecurity as secured from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname in ('owner_id', 'case_id', 'chain')
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' group by 1, 2`);
  const names = rows.map(({ name }) => name).filter((name) => name !== "journal_chain");
  expect(names.filter((name) => !Object.hasOwn(tableRules, String(name)))).toEqual([]);
  expect(rows.filter(({ name, secured }) => name !== "journal_chain" && !secured)).toEqual([]);
});

test("the application role owns nothing and cannot bypass row-level security", async () => {
  const [role] = await app.sql("select rolbypassrls, rolsuper from pg_roles where rolname = 'amtsweg_app'");
  expect(role).toEqual({ rolbypassrls: false, rolsuper: false });
  expect(await app.sql("select relname from pg_class where relowner = 'amtsweg_app'::regrole")).toEqual([]);
});

describe.each(roles)("role %s", (role) => {
  test.each(caseTables)("reads and writes %s of the own authority as the matrix says", async (table, rule) => {
    const actor = asRole(owner, role);
    expect(await seen(actor, table)).toBe(ownerReaders(rule.compartment).includes(role) ? 1 : 0);
    const writes = await written(actor, table);
    if (rule.appendOnly) expect(writes).toBe("denied");
    else expect(writes).toBe(ownerWriters(rule.compartment).includes(role) ? 1 : 0);
  });

  test("assigns cases of the own authority as the matrix says, and never those of another", async () => {
    const assign = (authorityId: string) =>
      attempt(
        asRole(authorityId, role),
        `select app.assign_cases(array['${seeded.caseId}']::uuid[], '${officer}'::uuid)`,
      );
    expect(await assign(owner)).toBe(acts.assignCases.roles.includes(role) ? 1 : "denied");
    expect(await assign(stranger)).toBe("denied");
  });

  test("sees nothing of a case to which the authority is no party", async () => {
    for (const [table] of caseTables) expect([table, await seen(asRole(stranger, role), table)]).toEqual([table, 0]);
  });

  test("sees and writes as a party only the compartments of that capacity, and nothing after the part has ended", async () => {
    const actor = asRole(party, role);
    await openParty(app.sql, seeded, owner, party, role);
    for (const [table, rule] of caseTables) {
      expect([table, await seen(actor, table)]).toEqual([table, partyReaders(rule.compartment).includes(role) ? 1 : 0]);
      if (!rule.appendOnly)
        expect([table, await written(actor, table)]).toEqual([
          table,
          partyWriters(rule.compartment).includes(role) ? 1 : 0,
        ]);
    }
    await endParts(app.sql);
    for (const [table] of caseTables) expect([table, await seen(actor, table)]).toEqual([table, 0]);
  });
});

/** A rule whose deadlines lie in the compartment. */
const ruleIn: Partial<Record<string, string>> = { custody: "D20", schedule: "D50.request" };
const mixed = caseTables.flatMap(([table, { compartment, rows }]) =>
  (rows?.of ?? []).map((name) => [table, compartment, name] as const),
);
test.each(mixed)(
  "a row of %s that lies in %s and %s is seen only by roles that read both",
  async (table, first, second) => {
    const rule = ruleIn[second] ?? "none";
    await app.sql(`alter table ${table} disable trigger user`);
    await app.sql(`update ${table} set rule = $1`, [rule]);
    const both = (rolesOf: (name: typeof first) => Role[], role: Role) =>
      rolesOf(first).includes(role) && rolesOf(second).includes(role);
    for (const role of roles) {
      const asOwner = both(ownerReaders, role) ? 1 : 0;
      expect([role, await seen(asRole(owner, role), table)]).toEqual([role, asOwner]);
      await openParty(app.sql, seeded, owner, party, role);
      expect([role, await seen(asRole(party, role), table)]).toEqual([role, both(partyReaders, role) ? 1 : 0]);
      await endParts(app.sql);
    }
    await app.sql(`update ${table} set rule = 'D01'`);
    await app.sql(`alter table ${table} enable trigger user`);
  },
);

test("an addressee reads the content of a request only while it is open, and its envelope afterwards", async () => {
  const actor = asRole(party, "districtPolice");
  expect(await seen(actor, "request_content")).toBe(0);
  expect(await seen(actor, "request")).toBe(1);
  await openParty(app.sql, seeded, owner, party, "districtPolice");
  expect(await seen(actor, "request_content")).toBe(1);
  await endParts(app.sql);
});

test("nobody writes the journal past its function, and a stranger reads none of it", async () => {
  expect(await attempt(asRole(owner, "caseworker"), "insert into journal_chain values ('ABH-05911', 1, '')")).toBe(
    "denied",
  );
  expect(await attempt(asRole(owner, "caseworker"), "update journal set event = 'x'")).toBe("denied");
  expect(await attempt(asRole(stranger, "auditor"), `select 1 from journal where chain = '${owner}'`)).toBe(0);
});
