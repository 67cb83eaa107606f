-- Every page of an official asks for the open alerts of the own cases, and of those that nobody has. Found by an index
-- and not by asking each alert of the authority for its case; only open alerts keep the official.
alter table deadline_notice add column responsible_officer_id uuid;

-- An assignment and the watch never pass each other: the later one reads what the other has committed.
create function app.alert_lock(owner text) returns bigint language sql immutable as
  $$ select hashtextextended('alerts of ' || owner, 0) $$;

create function app.officer_of_alert() returns trigger language plpgsql security definer 
  set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock_shared(app.alert_lock(new.owner_id));
  select c.responsible_officer_id into new.responsible_officer_id from case_file c where c.id = new.case_id;
  return new;
end $$;

create trigger deadline_notice_officer before insert on deadline_notice
  for each row when (new.level = 'alert') execute function app.officer_of_alert();

create function app.alerts_follow_case() returns trigger language plpgsql security definer 
  set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(app.alert_lock(new.owner_id));
  update deadline_notice n set responsible_officer_id = new.responsible_officer_id
    where n.case_id = new.id and n.level = 'alert' and n.acknowledged_at is null;
  return null;
end $$;

create trigger case_file_alerts after update of responsible_officer_id on case_file
  for each row when (old.responsible_officer_id is distinct from new.responsible_officer_id)
  execute function app.alerts_follow_case();

create or replace function app.guard_notice() returns trigger language plpgsql as $$
declare
  -- Before an update a generated column is still empty; the official follows the case.
  may_change text[] := array['acknowledged_at', 'acknowledged_by', 'acknowledged_name', 'note', 'compartment',
    'responsible_officer_id'];
begin
  if (to_jsonb(new) - may_change) is distinct from (to_jsonb(old) - may_change)
    or (old.acknowledged_at is not null and new is distinct from old)
    or (new.acknowledged_by is distinct from old.acknowledged_by and new.acknowledged_by is distinct from app.officer())
    or (new.responsible_officer_id is distinct from old.responsible_officer_id and pg_trigger_depth() < 2)
  then raise exception 'a notice is acknowledged once, in the own name, and never changed' using errcode = '55000';
  end if;
  return new;
end $$;

alter table deadline_notice disable trigger deadline_notice_guard;
update deadline_notice n set responsible_officer_id = c.responsible_officer_id
  from case_file c where c.id = n.case_id and n.level = 'alert' and n.acknowledged_at is null;
alter table deadline_notice enable trigger deadline_notice_guard;

create index deadline_notice_open_officer on deadline_notice (owner_id, responsible_officer_id, legal_end, id)
  where level = 'alert' and acknowledged_at is null;

-- A search asks hundreds of cases whether they have a second word: from the index alone.
drop index search_token_case;
create index search_token_case on search_token (case_id, token) include (owner_id);
