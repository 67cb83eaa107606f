-- A deadline that we only watched is over after its last day: it has lapsed, it is not overdue. The list of cases and the
-- work queue then stop naming it; the list of deadlines still finds it among the past ones.
alter table case_deadline drop constraint case_deadline_status_check;
alter table case_deadline add constraint case_deadline_status_check check (status in ('running', 'lapsed', 'ended'));

drop index case_deadline_due;
create index case_deadline_due on case_deadline (owner_id, operational_end, case_id, key) where status <> 'ended';

-- For the housekeeping of the night, across authorities: some hundred rows a call, and those that somebody works on are
-- left for the next. Each pair of owner and rule is one range of case_deadline_by_rule.
create function app.lapse_deadlines(watched text[], today date) returns integer language sql security definer
  set search_path = public, pg_temp as $$
  with over as materialized (
    select d.case_id, d.key from journal_chain j cross join unnest(watched) w(rule)
    cross join lateral (
      select t.case_id, t.key from case_deadline t
      where t.owner_id = j.chain and t.rule = w.rule and t.status = 'running' and t.operational_end < today
      limit 500) d
    limit 500),
  free as (
    select d.case_id, d.key from case_deadline d join over using (case_id, key)
    where d.status = 'running' for update of d skip locked),
  marked as (
    update case_deadline d set status = 'lapsed' from free f where d.case_id = f.case_id and d.key = f.key returning 1)
  select count(*)::int from marked
$$;
revoke all on function app.lapse_deadlines from public;
grant execute on function app.lapse_deadlines to amtsweg_app;
