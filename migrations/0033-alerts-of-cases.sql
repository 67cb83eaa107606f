-- Every page asks for open alerts: their compartment is stored like that of a deadline, not found by patterns in each row,
-- and those of a few cases are looked up by case.
alter table deadline_notice add column compartment text not null
  generated always as (app.deadline_compartment(rule, key)) stored;

create index deadline_notice_open_case on deadline_notice (case_id) where level = 'alert' and acknowledged_at is null;

-- Before an update a generated column is still empty.
create or replace function app.guard_notice() returns trigger language plpgsql as $$
declare
  may_change text[] := array['acknowledged_at', 'acknowledged_by', 'acknowledged_name', 'note', 'compartment'];
begin
  if (to_jsonb(new) - may_change) is distinct from (to_jsonb(old) - may_change)
    or (old.acknowledged_at is not null and new is distinct from old)
    or (new.acknowledged_by is distinct from old.acknowledged_by and new.acknowledged_by is distinct from app.officer())
  then raise exception 'a notice is acknowledged once, in the own name, and never changed' using errcode = '55000';
  end if;
  return new;
end $$;
