/**
 * Creates the two database roles and the database. amtsweg_owner owns the schema; amtsweg_app is what the program
 * signs in as: it owns nothing, creates nothing and cannot bypass row-level security.
 */
import { type Pool, withPool } from "./pool.ts";

const roleSql = `do $$ begin
  if not exists (select from pg_roles where rolname = 'amtsweg_owner') then
    create role amtsweg_owner login nosuperuser nobypassrls nocreatedb nocreaterole; end if;
  if not exists (select from pg_roles where rolname = 'amtsweg_app') then
    create role amtsweg_app login nosuperuser nobypassrls nocreatedb nocreaterole noinherit; end if;
end $$`;

/** Runs as a superuser on the maintenance database. The name is an identifier of ours, never user input. */
export async function createDatabase(superuserUrl: string, name: string, template?: string): Promise<void> {
  await withPool(superuserUrl, 1, async (pool) => {
    await pool.query("select pg_advisory_lock(hashtext('amtsweg-roles'))");
    await pool.query(roleSql);
    const known = await pool.query("select 1 from pg_database where datname = $1", [name]);
    if (!known.rowCount)
      await pool.query(`create database ${name} owner amtsweg_owner ${template ? `template ${template}` : ""}`);
    await pool.query("select pg_advisory_unlock_all()");
  });
}

/** Only for data that can be made again. */
export async function dropDatabase(superuserUrl: string, name: string): Promise<void> {
  await withPool(superuserUrl, 1, (pool) => pool.query(`drop database ${name} with (force)`));
}

/** Takes from PUBLIC what a fresh database grants it; runs as owner of the database. */
export async function closeToPublic(ownerPool: Pool): Promise<void> {
  await ownerPool.query(`do $$ begin
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to amtsweg_app', current_database());
  end $$; create schema if not exists public; grant usage on schema public to amtsweg_app`);
}
