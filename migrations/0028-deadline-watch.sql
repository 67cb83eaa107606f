-- The watch over deadlines: what came near or expired, each noticed once, and who has acknowledged what expired.
-- A notice says what was seen on a day. It never changes a case, a measure or an obstacle.
create table deadline_watch (
  owner_id text primary key references authority,
  -- Days before the planned day; null: the default of the program. An in-house choice, no legal period.
  notice_days integer[] check (cardinality(notice_days) <= 10),
  reason text check (length(reason) between 3 and 1000),
  changed_by uuid references officer,
  changed_at timestamptz,
  version integer not null default 1,
  -- The last day that was watched to its end. A gap up to today is a standstill, and notices of it say so.
  watched_on date
);

create table deadline_notice (
  id uuid primary key,
  case_id uuid not null references case_file,
  owner_id text not null references authority,
  -- As in case_deadline, but without a reference: deadlines are derived anew, what was noticed stays.
  key text not null,
  rule text not null,
  title text not null,
  norm text,
  plan_on date not null,
  legal_end date not null,
  -- How many days before `plan_on` this step lies; -1: the deadline has expired.
  days_before integer not null check (days_before between -1 and 400),
  level text not null check (level in ('notice', 'alert')),
  -- The day on which it was to be noticed, and the day on which it was.
  due_on date not null,
  noticed_on date not null,
  noticed_at timestamptz not null default clock_timestamp(),
  -- Days without watch between the two; null: the deadline came into the file only after `due_on`.
  late_days integer check (late_days >= 0),
  acknowledged_at timestamptz,
  acknowledged_by uuid references officer,
  acknowledged_name text,
  note text check (length(note) between 3 and 1000),
  unique (case_id, key, plan_on, legal_end, days_before),
  check (noticed_on >= due_on),
  check ((acknowledged_at is null) = (acknowledged_by is null) and (acknowledged_at is null) = (acknowledged_name is null)
    and (acknowledged_at is null) = (note is null)),
  check (level = 'alert' or acknowledged_at is null)
);
create index deadline_notice_open on deadline_notice (owner_id, legal_end, id)
  where level = 'alert' and acknowledged_at is null;
create index deadline_notice_list on deadline_notice (owner_id, level, legal_end, id);
create index deadline_notice_noticed on deadline_notice (owner_id, level, noticed_at, id);

create function app.guard_notice() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - array['acknowledged_at', 'acknowledged_by', 'acknowledged_name', 'note'])
       is distinct from (to_jsonb(old) - array['acknowledged_at', 'acknowledged_by', 'acknowledged_name', 'note'])
    or (old.acknowledged_at is not null and new is distinct from old)
    or (new.acknowledged_by is distinct from old.acknowledged_by and new.acknowledged_by is distinct from app.officer())
  then raise exception 'a notice is acknowledged once, in the own name, and never changed' using errcode = '55000';
  end if;
  return new;
end $$;
create trigger deadline_notice_guard before update on deadline_notice for each row execute function app.guard_notice();
-- Authorities that have deadlines at all, one index look-up each. The watch runs for each of them by itself.
create function app.deadline_owners() returns setof text language sql stable security definer
  set search_path = public, pg_temp as $$
  with recursive owners(id) as (
    (select owner_id from case_deadline where status <> 'ended' order by owner_id limit 1)
    union all
    select (select d.owner_id from case_deadline d where d.status <> 'ended' and d.owner_id > o.id
      order by d.owner_id limit 1) from owners o where o.id is not null
  ) select id from owners where id is not null
$$;

-- Notices the next deadlines of the actor's authority, at most `most` of them. Only for the program itself: security
-- definer because it acts without officer and role, so that row-level security shows it nothing.
create function app.notice_deadlines(today date, default_days integer[], alert_rules text[], quiet_rules text[], most integer)
  returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare
  owner text := app.authority();
  watch deadline_watch;
  days integer[];
  added jsonb;
begin
  if owner is null or app.officer() is not null then
    raise exception 'only the program watches' using errcode = '42501';
  end if;
  insert into deadline_watch (owner_id) values (owner) on conflict do nothing;
  -- Another process waits here until this one has committed, and then finds nothing left to notice.
  select * into watch from deadline_watch where owner_id = owner for update;
  days := coalesce(watch.notice_days, default_days);

  with near as (
    select d.*, step.days_before from case_deadline d
    cross join lateral (select min(s) as days_before from unnest(days) s where d.operational_end - s <= today) step
    where d.owner_id = owner and d.status = 'running' and step.days_before is not null and d.rule <> all(quiet_rules)
      and d.operational_end between today and today + (select max(s) from unnest(days) s)
  ), expired as (
    select d.*, -1 as days_before from unnest(alert_rules) wanted(rule)
    join case_deadline d on d.owner_id = owner and d.rule = wanted.rule and d.status = 'running'
      and d.operational_end < today and d.legal_end < today
    union all
    -- What is only worth a notice is not dug up from before the watch began.
    select d.*, -1 from case_deadline d
    where d.owner_id = owner and d.status in ('running', 'lapsed') and d.rule <> all(alert_rules)
      and d.rule <> all(quiet_rules)
      and d.operational_end >= watch.watched_on - 14 and d.operational_end < today
      and d.legal_end >= watch.watched_on and d.legal_end < today
  ), due as (
    select x.*, case when x.days_before = -1 then x.legal_end + 1 else x.operational_end - x.days_before end as due_on
    from (select * from near union all select * from expired) x
    where not exists (select from deadline_notice n where n.case_id = x.case_id and n.key = x.key
      and n.plan_on = x.operational_end and n.legal_end = x.legal_end
      and (n.days_before = x.days_before or x.days_before >= 0 and n.days_before between 0 and x.days_before))
    order by x.days_before, x.operational_end, x.case_id, x.key limit most
  ), inserted as (
    insert into deadline_notice (id, case_id, owner_id, key, rule, title, norm, plan_on, legal_end, days_before, level,
      due_on, noticed_on, late_days)
    select gen_random_uuid(), case_id, owner_id, key, rule, title, details->'norm'->>'norm', operational_end, legal_end,
      days_before, case when days_before = -1 and rule = any(alert_rules) then 'alert' else 'notice' end,
      due_on, today,
      case when due_on = today then 0 when due_on > watch.watched_on then today - due_on end
    from due on conflict do nothing
    returning id, case_id, level, rule, late_days
  )
  select jsonb_build_object('notices', count(*) filter (where level = 'notice'),
    'lateDays', coalesce(max(late_days), 0), 'found', count(*),
    'alerts', coalesce(jsonb_agg(jsonb_build_object('id', id, 'caseId', case_id, 'rule', rule, 'lateDays', late_days))
      filter (where level = 'alert'), '[]'))
  into added from inserted;

  if (added->>'found')::int < most then
    update deadline_watch set watched_on = today where owner_id = owner and watched_on is distinct from today;
    added := added || jsonb_build_object('finished', true, 'firstToday', found, 'watchedBefore', watch.watched_on);
  else added := added || jsonb_build_object('finished', false, 'firstToday', false);
  end if;
  return added;
end $$;
revoke all on function app.deadline_owners, app.notice_deadlines from public;
grant execute on function app.deadline_owners, app.notice_deadlines to amtsweg_app;
