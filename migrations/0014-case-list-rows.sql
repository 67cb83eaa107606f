-- The list of cases as one table: one index answers each order and each filter, so a page costs the same at a million
-- cases. It holds no name and no trait of a person; only the owner reads it, and only triggers write it.
create table case_list (
  case_id uuid primary key references case_file,
  owner_id text not null references authority,
  file_number text not null,
  state text not null,
  since date,
  next_due date,
  -- Cases without a day come last. Columns, not expressions: PostgreSQL takes coalesce() for leaky under row-level security.
  since_key date not null generated always as (coalesce(since, 'infinity'::date)) stored,
  due_key date not null generated always as (coalesce(next_due, 'infinity'::date)) stored,
  responsible_officer_id uuid,
  municipality_ags text,
  open_obstacles integer not null default 0
);
create index case_list_number on case_list (owner_id, file_number);
create index case_list_since on case_list (owner_id, since_key, case_id);
create index case_list_due on case_list (owner_id, due_key, case_id);
create index case_list_state on case_list (owner_id, state, file_number);
create index case_list_officer on case_list (owner_id, responsible_officer_id, file_number);
create index case_list_municipality on case_list (owner_id, municipality_ags, file_number);
create index case_list_obstacles on case_list (owner_id, file_number) where open_obstacles > 0;

drop index case_standing_by_since;
drop index case_standing_by_due;
drop index case_file_municipality;

create function app.list_standing() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  insert into case_list (case_id, owner_id, file_number, state, since, next_due, responsible_officer_id,
      municipality_ags, open_obstacles)
    select s.case_id, s.owner_id, c.file_number, s.state, s.since, s.next_due, c.responsible_officer_id,
      c.municipality_ags, (select count(*) from obstacle o where o.case_id = s.case_id and o.closed_on is null)
    from changed s join case_file c on c.id = s.case_id
  on conflict (case_id) do update set state = excluded.state, since = excluded.since, next_due = excluded.next_due;
  return null;
end $$;
create trigger case_standing_listed after insert on case_standing referencing new table as changed
  for each statement execute function app.list_standing();
create trigger case_standing_relisted after update on case_standing referencing new table as changed
  for each statement execute function app.list_standing();

create function app.list_file() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  update case_list l set file_number = new.file_number, responsible_officer_id = new.responsible_officer_id,
    municipality_ags = new.municipality_ags where l.case_id = new.id;
  return null;
end $$;
-- Not for the version alone, which every change raises.
create trigger case_file_relisted after update of file_number, responsible_officer_id, municipality_ags on case_file
  for each row when ((old.file_number, old.responsible_officer_id, old.municipality_ags)
    is distinct from (new.file_number, new.responsible_officer_id, new.municipality_ags))
  execute function app.list_file();

create function app.list_obstacles() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  update case_list l set open_obstacles =
    (select count(*) from obstacle o where o.case_id = l.case_id and o.closed_on is null)
  where l.case_id in (select case_id from changed);
  return null;
end $$;
create trigger obstacle_listed after insert on obstacle referencing new table as changed
  for each statement execute function app.list_obstacles();
create trigger obstacle_relisted after update on obstacle referencing new table as changed
  for each statement execute function app.list_obstacles();

insert into case_list (case_id, owner_id, file_number, state, since, next_due, responsible_officer_id, municipality_ags,
    open_obstacles)
  select s.case_id, s.owner_id, c.file_number, s.state, s.since, s.next_due, c.responsible_officer_id, c.municipality_ags,
    (select count(*) from obstacle o where o.case_id = s.case_id and o.closed_on is null)
  from case_standing s join case_file c on c.id = s.case_id;
