import { afterAll, test } from "vitest";
import { startTestApp } from "/work/main/test/harness/app.ts";
import { listCases, countCases } from "/work/main/src/features/case/list/queries-list.ts";
import { searchCases } from "/work/main/src/features/case/index.ts";
const app = await startTestApp();
afterAll(app.close);
test("scale", async () => {
  const officer = (await app.actor("witten-beispiel")).officerId;
  await app.sql("set session_replication_role = replica").catch(()=>undefined);
  const N = 300000;
  // 300k for Witten, the rest over other ABH
  await app.sql(`create temp table x as select 1`);
  const sql = (t: string, v: unknown[] = []) => app.sql(t, v);
  await sql(`create unlogged table gen as select gen_random_uuid() id, n, case when n % 10 < 1 then 'ABH-05954036' else (array(select id from authority where kind='MunicipalImmigrationAuthority' and active))[1 + n % 70] end owner from generate_series(1, ${N}) n`);
  await sql(`insert into case_file (id, owner_id, file_number, municipality_ags, responsible_officer_id) select id, owner, 'G.' || lpad((n % 97)::text,2,'0') || '-' || lpad(n::text, 7, '0'), case when n % 3 = 0 then '05954036' when n%3=1 then '05911000' end, case when n % 1000 < 30 then $1::uuid end from gen`, [officer]);
  await sql(`insert into person_identity (case_id, owner_id, family_name, given_names) select id, owner, 'Muster', 'P' || n from gen`);
  await sql(`insert into case_standing (case_id, owner_id, state, since, derivation, derived_on, next_due) select id, owner, (array['noDuty','enforceable','suspended','dutyNotEnforceable','lapsed'])[1 + (case when n % 5000 = 0 then 4 else n % 4 end)], case when n % 4 > 0 then date '2020-01-01' + n % 2000 end, '{"steps":[],"openQuestions":[]}', '2026-11-01', case when n % 3 = 0 then date '2026-11-01' + n % 300 end from gen`);
  await sql(`insert into search_token (owner_id, token, case_id, kind) select owner, t, id, 'fileNumber' from gen, lateral (values ('G.' || lpad((n % 97)::text,2,'0') || '-' || lpad(n::text, 7, '0')), (lpad((n % 97)::text,2,'0') || '-' || lpad(n::text, 7, '0')), (lpad(n::text,7,'0'))) v(t)`);
  await sql(`insert into obstacle (id, case_id, owner_id, type, blocking, opened_on, opened_by, opened_reason) select gen_random_uuid(), id, owner, 'identityUnclear', true, '2026-01-01', $1, 'Test' from gen where n % 7 = 0`, [officer]);
  await sql("analyze");
  const base = { sort: "az", descending: false, limit: 51, after: undefined, filter: {} } as any;
  const asks: [string, any][] = [
    ["az", {}], ["az desc", { descending: true }], ["seit", { sort: "seit" }], ["frist", { sort: "frist" }],
    ["az deep", { after: ["G.50-0500000"] }], ["seit deep", { sort: "seit", after: ["2024-06-01", "00000000-0000-0000-0000-000000000000"] }],
    ["seit end", { sort: "seit", after: ["infinity", "80000000-0000-0000-0000-000000000000"] }],
    ["stand", { filter: { stand: "enforceable" } }], ["stand rare", { filter: { stand: "lapsed" } }], ["stand rare frist", { sort: "frist", filter: { stand: "lapsed" } }],
    ["stand seit", { sort: "seit", filter: { stand: "enforceable" } }],
    ["ich", { filter: { bearbeitung: "ich" } }], ["ich frist", { sort: "frist", filter: { bearbeitung: "ich" } }],
    ["niemand", { filter: { bearbeitung: "niemand" } }],
    ["gemeinde", { filter: { gemeinde: "05954036" } }], ["gemeinde frist", { sort: "frist", filter: { gemeinde: "05954036" } }], ["gemeinde none", { filter: { gemeinde: "05111000" } }], ["gemeinde none frist", { sort: "frist", filter: { gemeinde: "05111000" } }],
    ["offen", { filter: { hindernis: "offen" } }], ["keins frist", { sort: "frist", filter: { hindernis: "keins" } }],
    ["az=12-", { filter: { az: "12-" } }], ["az=0001234", { filter: { az: "0001234" } }], ["az=G. frist", { sort: "frist", filter: { az: "G." } }], ["az=zz", { filter: { az: "ZZ" } }],
    ["rare combo", { sort: "seit", filter: { stand: "lapsed", bearbeitung: "ich", hindernis: "offen" } }],
  ];
  for (const who of ["witten-beispiel"]) for (const [name, more] of asks) {
    const context = await app.context(who);
    const ask = { ...base, ...more };
    await listCases(context, ask);
    const t = performance.now(); const rows = await listCases(context, ask); const a = performance.now() - t;
    const u = performance.now(); const n = await countCases(context, ask, 1001); const b = performance.now() - u;
    await context.finish();
    console.log(who.slice(0,6), name.padEnd(20), rows.length, "list", a.toFixed(1), "count", n, b.toFixed(1));
  }
  const explain = async (text: string) => { const cl = await app.pool.connect(); try { await cl.query("begin"); await cl.query("select set_config('amtsweg.authority','ABH-05954036',true), set_config('amtsweg.role','caseworker',true), set_config('amtsweg.officer',$1,true)".replace("$1", "'" + officer + "'")); const r = await cl.query("explain (analyze, buffers off, costs on) " + text); console.log("PLAN " + text.slice(-150) + "\n" + r.rows.map((x) => x["QUERY PLAN"]).filter((l) => !/InitPlan|SubPlan|ProjectSet|Result|Searches/.test(l)).join("\n")); await cl.query("rollback"); } finally { cl.release(); } };
  const inner = (w: string, o: string) => `select c.id, c.file_number, s.state, s.since, s.next_due from case_file c join case_standing s on s.case_id = c.id where c.owner_id = 'ABH-05954036' and s.owner_id = 'ABH-05954036' ${w} order by ${o} limit 51`;
  await explain(inner("and (coalesce(s.since, 'infinity'::date), s.case_id) > ('2024-06-01'::date, '80000000-0000-0000-0000-000000000000'::uuid)", "coalesce(s.since, 'infinity'::date), s.case_id"));
  await explain(inner("and coalesce(s.since, 'infinity'::date) >= '2024-06-01'::date and (coalesce(s.since, 'infinity'::date), s.case_id) > ('2024-06-01'::date, '80000000-0000-0000-0000-000000000000'::uuid)", "coalesce(s.since, 'infinity'::date), s.case_id"));
  await explain(inner("and exists (select from obstacle o where o.case_id = c.id and o.closed_on is null)", "c.file_number"));
  await explain(inner("and s.state = 'enforceable'", "c.file_number"));
  const c = await app.context("witten-beispiel");
  for (const q of ["0001234", "G.12"]) { const t = performance.now(); const h = await searchCases(c, q); console.log("search", q, h.length, (performance.now()-t).toFixed(1)); }
}, 600000);
