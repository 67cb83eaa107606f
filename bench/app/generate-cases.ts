/**
 * Fictional cases by the hundred thousand, straight into the tables. Law and dates are copies of cases that went through
 * the services, so that every row is one the application could have written; names are made of syllables and Testland.
 */
import type { BenchApp } from "./bench-app.ts";

/**
 * The owner with 60 % of all cases (numbers ending in 0 to 2 and 5 to 7); the rest is spread over all other immigration
 * authorities. Numbers ending in 0 to 2 are handled by the measured officer, far more than one person ever has; of the
 * first 8,000 a colleague has 400, as many as a person has at most, and 400 have nobody.
 */
export const bigOwner = "ABH-05954036";

/** Ids that tell which case they are of: kind in front, number of the case at the end. */
const idSql = (kind: string, number: string): string =>
  `(${kind} || '-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

export const caseIdAt = (number: number): string => `01900000-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;

const syllables = [
  "Mus",
  "Tes",
  "Pro",
  "Bei",
  "Ban",
  "Dor",
  "Kel",
  "Lim",
  "Nar",
  "Sol",
  "Tur",
  "Vel",
  "Wan",
  "Zor",
  "Fal",
  "Gor",
];
const endings = ["ter", "tow", "be", "spiel", "dorf", "ner", "mann", "ova", "ić", "oğlu", "ski", "ini"];

async function namesTable({ sql }: BenchApp): Promise<void> {
  const { searchForms } = await import("../../src/kernel/search-form.ts");
  const names = syllables.flatMap((a) => syllables.flatMap((b) => endings.map((c) => a + b.toLowerCase() + c)));
  await sql("create table bench_name (n integer primary key, name text not null, forms text[] not null)");
  await sql(
    "insert into bench_name select o - 1, u.name, string_to_array(u.forms, ' ') from unnest($1::text[], $2::text[]) with ordinality u(name, forms, o)",
    [names, names.map((name) => [...new Set(searchForms(name))].join(" "))],
  );
}

/**
 * `cases`: three cases made through the services, whose events, standing and deadlines the others repeat. `clock`: one
 * with a running transfer period, which every fifth case gets in addition.
 */
export type CaseTemplates = { cases: readonly string[]; clock: string };

export type Officials = { officer: string; colleague: string };

export async function prepareGeneration(app: BenchApp, templates: CaseTemplates, officials: Officials): Promise<void> {
  const { sql } = app;
  await namesTable(app);
  await sql(
    "create table bench_owner as select row_number() over (order by id) - 1 as n, id from authority where kind = $1 and id <> $2",
    [(await sql("select kind from authority where id = $1", [bigOwner]))[0]?.["kind"], bigOwner],
  );
  await sql("create table bench_template as select o - 1 as n, id from unnest($1::uuid[]) with ordinality t(id, o)", [
    templates.cases,
  ]);
  await sql("create table bench_clock as select $1::uuid as id", [templates.clock]);
  await sql(
    `insert into officer (id, issuer, subject, display_name, authority_id, roles)
     select ${idSql("'0199ffff'", "n")}, 'bench', 'b' || n, 'Probe, Person ' || n, $1, '{caseworker}' from generate_series(1, 30) n`,
    [bigOwner],
  );
  const { officer, colleague } = officials;
  await sql("create table bench_officer as select $1::uuid as id, $2::uuid as colleague", [officer, colleague]);
}

/** The numbered cases with what every row of them is made from. Dates go back up to 700 days. */
const spine = (columns: string, from: string): string => `
  select ${columns} from (
    select i, ${idSql("'01900000'", "i")} as case_id, i % 700 as back, (i::bigint * 7919) % count.n as family, (i::bigint * 104729 + i / 3072) % count.n as given,
      case when i % 5 < 3 then '${bigOwner}' else o.id end as owner,
      case when i % 5 < 3 then case when i % 10 < 3 then (select id from bench_officer)
        when i <= 8000 and i % 20 = 6 then (select colleague from bench_officer) when i <= 8000 and i % 20 = 7 then null else ${idSql("'0199ffff'", "1 + i % 30")} end end as officer,
      t.id as template
    from generate_series($1::int, $2::int) i
    cross join (select count(*) as n from bench_owner) owners
    cross join (select count(*) as n from bench_name) count
    join bench_owner o on o.n = i % owners.n
    join bench_template t on t.n = case when i % 10 < 6 then 0 when i % 10 < 9 then 1 else 2 end
  ) s ${from}`;

const municipality = `cross join lateral (select ags, name from municipality where ags = '05954036') m`;
const names = `join bench_name f on f.n = s.family join bench_name g on g.n = s.given`;
const fileNumber = `'31.30-' || lpad(s.i::text, 7, '0')`;

/** When the running period of a case ends: a few days ago, today, or within the next year. */
const due = "(date '2026-11-20' + (s.i / 5) % 360)";

const inserts: readonly string[] = [
  `insert into case_file (id, owner_id, file_number, municipality_ags, responsible_officer_id, created_at)
   ${spine(`s.case_id, s.owner, ${fileNumber}, m.ags, s.officer, timestamptz '2026-11-01' - s.back * interval '1 day'`, municipality)} order by s.i`,
  `insert into person_identity (case_id, owner_id, family_name, given_names, birth_date, nationalities)
   ${spine(`s.case_id, s.owner, f.name, g.name, (date '1960-01-01' + (s.i * 37) % 16000)::text, '{998}'`, names)} order by s.i`,
  `insert into case_address (case_id, owner_id, street, house_number, postcode, place, ags)
   ${spine(`s.case_id, s.owner, 'Musterweg', (s.i % 200)::text, '58452', 'Witten', m.ags`, municipality)} order by s.i`,
  `insert into legal_event (id, case_id, owner_id, type, happened_on, recorded_at, recorded_by, facts)
   ${spine(
     `${idSql("('0191' || lpad(to_hex(e.place), 4, '0'))", "s.i")}, s.case_id, s.owner, e.type, e.happened_on - s.back, e.recorded_at, e.recorded_by, e.facts`,
     `join (select *, row_number() over (partition by case_id order by recorded_at, id) as place from legal_event) e on e.case_id = s.template`,
   )} order by s.i`,
  `insert into case_standing (case_id, owner_id, state, since, until, derivation, derived_on, next_due)
   ${spine(
     `s.case_id, s.owner, x.state, x.since - s.back, x.until - s.back, x.derivation, x.derived_on, case when s.i % 5 = 0 then ${due} end`,
     `join case_standing x on x.case_id = s.template`,
   )} order by s.i`,
  `insert into case_deadline (case_id, owner_id, key, rule, title, legal_end, operational_end, status, details)
   ${spine(
     `s.case_id, s.owner, d.key, d.rule, d.title, d.legal_end - s.back, d.operational_end - s.back, d.status, d.details`,
     `join case_deadline d on d.case_id = s.template`,
   )} order by s.i`,
  `insert into case_deadline (case_id, owner_id, key, rule, title, legal_end, operational_end, status, details)
   ${spine(
     `s.case_id, s.owner, d.key, d.rule, d.title, ${due}, ${due}, d.status, d.details`,
     `join case_deadline d on s.i % 5 = 0 and d.case_id = (select id from bench_clock) and d.rule = 'D35' and d.status = 'running'`,
   )} order by s.i`,
  // Triggers rest while we generate; what they would have listed.
  `insert into case_list (case_id, owner_id, file_number, state, since, next_due, responsible_officer_id, municipality_ags)
   ${spine(
     `s.case_id, s.owner, c.file_number, x.state, x.since, x.next_due, c.responsible_officer_id, c.municipality_ags`,
     `join case_file c on c.id = s.case_id join case_standing x on x.case_id = s.case_id`,
   )} order by s.i`,
  // In the order of its index: otherwise every row would land on another page of it.
  `insert into search_token (owner_id, token, case_id, kind)
   ${spine(
     `distinct s.owner, w.token collate "C", s.case_id, w.kind`,
     `${names} cross join lateral (
        select unnest(f.forms || g.forms) as token, 'name' as kind union all select 'WITTEN', 'place'
        union all select unnest(array[${fileNumber}, substr(${fileNumber}, 4), substr(${fileNumber}, 7)]), 'fileNumber') w`,
   )}
   order by 1, 2`,
];

/** Adds the cases number `from` to `to`. Constraint triggers rest meanwhile: the rows repeat rows that passed them. */
export async function generateCases({ sql, superuserUrl }: BenchApp, from: number, to: number): Promise<void> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(
      "set session_replication_role = replica; set synchronous_commit = off; set work_mem = '512MB'; set maintenance_work_mem = '512MB'",
    );
    const step = 250_000;
    for (let begin = from; begin <= to; begin += step)
      for (const insert of inserts) await client.query(insert, [begin, Math.min(to, begin + step - 1)]);
  } finally {
    await client.end();
  }
  await sql("vacuum analyze");
}
