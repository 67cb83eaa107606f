-- The list of cases: order and filters that stay fast at a million cases. Nothing about the person is an order or a filter.
alter table case_standing add column next_due date;
comment on column case_standing.next_due is 'earliest running deadline of the case; kept by the triggers of case_deadline';

-- Cases without a day come last, without a second query; the list asks for the same expression.
create index case_standing_by_since on case_standing (owner_id, coalesce(since, 'infinity'::date), case_id);
create index case_standing_by_due on case_standing (owner_id, coalesce(next_due, 'infinity'::date), case_id);
create index case_file_municipality on case_file (owner_id, municipality_ags, file_number);

-- Whoever writes deadlines, the list follows. Once a statement, so that an import pays for it once.
create function app.follow_deadlines() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  update case_standing s set next_due = d.due
  from (
    select c.case_id, (select min(r.operational_end) from case_deadline r
      where r.case_id = c.case_id and r.status = 'running') as due
    from (select distinct case_id from changed) c
  ) d
  where s.case_id = d.case_id and s.next_due is distinct from d.due;
  return null;
end $$;
create trigger case_deadline_added after insert on case_deadline referencing new table as changed
  for each statement execute function app.follow_deadlines();
create trigger case_deadline_renewed after update on case_deadline referencing new table as changed
  for each statement execute function app.follow_deadlines();
create trigger case_deadline_removed after delete on case_deadline referencing old table as changed
  for each statement execute function app.follow_deadlines();
