-- Made by `npm run generate`: the schema that the migrations and the access matrix lead to. Do not edit.

CREATE OR REPLACE FUNCTION app.agreed_start(r request)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when r.state->'conditions' @> '[{"kind": "otherTime"}]' then (
    select concat_ws(' ', e.data#>>'{time,on}', e.data#>>'{time,time}') from request_entry e
    where e.request_id = r.id and e.kind = 'acceptedWithConditions' order by e.recorded_at desc, e.id desc limit 1
  ) else (
    select concat_ws(' ', c.content#>>'{plannedStart,on}', c.content#>>'{plannedStart,time}')
    from request_content c where c.request_id = r.id
  ) end
$function$;

CREATE OR REPLACE FUNCTION app.alert_lock(owner text)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
AS $function$ select hashtextextended('alerts of ' || owner, 0) $function$;

CREATE OR REPLACE FUNCTION app.alerts_follow_case()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform pg_advisory_xact_lock(app.alert_lock(new.owner_id));
  update deadline_notice n set responsible_officer_id = new.responsible_officer_id
    where n.case_id = new.id and n.level = 'alert' and n.acknowledged_at is null;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION app.assign_cases(cases uuid[], officer uuid, seen_version integer DEFAULT NULL::integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if (app.role() in ('caseworker', 'supervisor')) is not true then
    raise exception 'role % does not assign cases', app.role() using errcode = '42501';
  end if;
  if assign_cases.officer is not null and not exists (select from officer o where o.id = assign_cases.officer
      and o.authority_id = app.authority() and o.roles && array['caseworker', 'supervisor']) then
    raise exception 'officer does not handle cases of this authority' using errcode = '42501';
  end if;
  return query update case_file c set responsible_officer_id = assign_cases.officer, version = c.version + 1
    where c.id = any(cases) and c.owner_id = app.authority()
      and c.responsible_officer_id is distinct from assign_cases.officer
      and (seen_version is null or c.version = seen_version)
    returning c.id;
end $function$;

CREATE OR REPLACE FUNCTION app.assistance_open(m measure)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  named text[] := array(
    select upper(trim(n)) from jsonb_array_elements_text(coalesce(m.state#>'{support,requests}', '[]')) n);
  start text := (select to_char(p.starts_at at time zone 'Europe/Berlin', 'YYYY-MM-DD HH24:MI') from measure_plan p
    where p.measure_id = m.id);
begin
  if exists (
    select from request r where r.measure_id = m.id and r.type = 'enforcementAssistance' and not (
      r.status in ('accepted', 'declined', 'withdrawn', 'executed', 'debriefed')
      or r.status = 'acceptedWithConditions' and r.state->>'agreed' = 'true')
  ) then return 'notAgreed'; end if;
  if exists (
    select from request r where r.owner_id = m.owner_id and upper(r.number) = any (named) and (
      r.measure_id is distinct from m.id or r.status in ('declined', 'withdrawn'))
  ) then return 'namedGone'; end if;
  if exists (
    select from request r where r.measure_id = m.id and r.type = 'enforcementAssistance'
      and r.status in ('accepted', 'acceptedWithConditions') and app.agreed_start(r) is distinct from start
  ) then return 'otherStart'; end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION app.authority()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('amtsweg.authority', true), '') $function$;

CREATE OR REPLACE FUNCTION app.closed_gate(m measure)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  today date := (now() at time zone 'Europe/Berlin')::date;
  execution boolean := m.status <> 'approved';
  stopped text;
begin
  -- A measure without the person of its case never holds.
  if not exists (select from measure_person p where p.measure_id = m.id and p.case_id = m.case_id) or exists (
    select from measure_person p left join case_standing s on s.case_id = p.case_id
    where p.measure_id = m.id and (coalesce(s.state, 'noDuty') not in ('enforceable', 'enforceableByOrder')
      or s.until < today)
  ) then return 'G03'; end if;
  if exists (select from measure_person p where p.measure_id = m.id and app.court_stop_open(p.case_id) is not null)
  then return 'G07'; end if;
  if exists (
    select from measure_person p join obstacle o on o.case_id = p.case_id
    where p.measure_id = m.id and o.closed_on is null and o.blocking
  ) then return 'blocking obstacle'; end if;
  -- Art. 46 VO (EU) 2024/1351: the arrival has to lie inside the transfer period. The rules are those of facts-for-gates.ts.
  if exists (
    select from measure_person p
    left join lateral (
      select min(d.operational_end) as ends from case_deadline d where d.case_id = p.case_id and d.status = 'running'
        and d.rule in ('D35', 'D36.imprisoned', 'D36.absconded', 'D37', 'D40.transfer', 'D40.imprisoned', 'D40.absconded')
    ) transfer on true
    left join measure_plan plan on plan.measure_id = m.id
    where p.measure_id = m.id and (m.kind = 'euTransfer' or transfer.ends is not null)
      and (transfer.ends is null or plan.arrives_at is null or transfer.ends < today
        or (plan.arrives_at at time zone 'Europe/Berlin')::date < today
        or (plan.arrives_at at time zone 'Europe/Berlin')::date > transfer.ends)
  ) then return 'G17'; end if;
  -- §§ 47 bis 49 PolG NRW: in writing, with reason and legal basis, the needed court order in hand.
  if execution and exists (
    select from request r left join request_content c on c.request_id = r.id
    where r.measure_id = m.id and r.type = 'enforcementAssistance' and r.status <> 'withdrawn'
      and (coalesce(trim(c.content->>'reason'), '') = ''
        or coalesce(jsonb_array_length(nullif(c.content#>'{legalBasis,norms}', 'null')), 0) = 0
        or r.closed_at is null and app.order_missing(r.id, c.content->'courtOrders'))
  ) or execution and app.assistance_open(m) is not null then return 'G22'; end if;
  if exists (
    select from measure_person p join voluntary_return v on v.case_id = p.case_id
    where p.measure_id = m.id and v.status in ('approved', 'booked')
  ) or exists (
    select from measure_person p left join voluntary_return v on v.case_id = p.case_id
    where p.measure_id = m.id and v.id is null
  ) then return 'G28'; end if;
  select later.gate into stopped from (values ('G13', 'medical'), ('G10', 'prosecutor')) later(gate, reason)
  where (select a.answer from gate_answer a where a.measure_id = m.id and a.gate = later.gate
      order by a.answered_at desc, a.id desc limit 1) = 'notApplicable'
    and exists (select from measure_person p where p.measure_id = m.id and app.was_stopped(p.case_id, later.reason))
  limit 1;
  if stopped is not null then return stopped; end if;
  if (select count(*) from measure_approval a where a.measure_id = m.id and a.round = m.approval_round
      and a.officer_id <> m.requested_by) < 2
  then return 'G30'; end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION app.court_stop_open(person uuid)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select s.happened_at from stop_signal s
  where s.reason = 'court' and s.measure_id in (select measure_id from measure_person where case_id = person)
    and not exists (
      select from legal_event e where e.case_id = person and e.recorded_at > s.entered_at
        and e.type in ('urgentMotionFiled', 'urgentMotionRejected', 'urgentMotionWithdrawn', 'urgentMotionGranted',
          'suspensiveEffectOrdered', 'courtOrderEnded', 'courtReleaseDocumented')
        and not exists (select from legal_event c where c.corrects_id = e.id))
  order by s.entered_at desc limit 1
$function$;

CREATE OR REPLACE FUNCTION app.deadline_compartment(rule text, key text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case
    when rule ~ '^(D2[0-7]|D29(\..+)?|D40\.detained\..+|D62\.detention)$' or key ~ '^custody(Order|Maximum)#' then 'custody'
    when rule ~ '^D50\.' then 'schedule'
    else 'legal' end
$function$;

CREATE OR REPLACE FUNCTION app.deadline_owners()
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with recursive owners(id) as (
    (select owner_id from case_deadline where status <> 'ended' order by owner_id limit 1)
    union all
    select (select d.owner_id from case_deadline d where d.status <> 'ended' and d.owner_id > o.id
      order by d.owner_id limit 1) from owners o where o.id is not null
  ) select id from owners where id is not null
$function$;

CREATE OR REPLACE FUNCTION app.demand_record()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if session_user = 'amtsweg_app' and not exists (
    select from journal j where j.case_id = new.case_id and j.subject = 'measure:' || new.id
      and j.recorded_at >= transaction_timestamp()
  ) then raise exception 'no move of a measure without a line in the journal' using errcode = '55000'; end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION app.follow_deadlines()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update case_standing s set next_due = d.due
  from (
    select c.case_id, (select min(r.operational_end) from case_deadline r
      where r.case_id = c.case_id and r.status = 'running') as due
    from (select distinct case_id from changed) c
  ) d
  where s.case_id = d.case_id and s.next_due is distinct from d.due;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION app.follow_request()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.closed_at is not null then
    update case_party set ended_at = now() where request_id = new.id and ended_at is null;
    return new;
  end if;
  if new.status <> 'draft' then
    insert into case_party (id, case_id, owner_id, authority_id, capacity, request_id)
    select gen_random_uuid(), new.case_id, new.owner_id, party, capacity, new.id
    from (values (new.addressee_id, new.addressee_capacity), (new.mediator_id, 'liaison')) wanted(party, capacity)
    where party is not null and not exists (
      select from case_party p where p.request_id = new.id and p.authority_id = party and p.ended_at is null);
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION app.guard_answer()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if session_user = 'amtsweg_app' and new.answered_by is distinct from app.officer() then
    raise exception 'an answer only in the own name' using errcode = '55000';
  end if;
  if new.answered_at > clock_timestamp() + interval '5 minutes' then
    raise exception 'an answer is not given in the future' using errcode = '55000';
  end if;
  if exists (select from gate g where g.id = new.gate and g.derived) then
    raise exception 'nobody answers a derived gate' using errcode = '55000';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION app.guard_approval()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  m measure;
begin
  if session_user = 'amtsweg_app' and new.officer_id is distinct from app.officer() then
    raise exception 'approval only in the own name' using errcode = '55000';
  end if;
  select * into m from measure where id = new.measure_id;
  if m.requested_by = new.officer_id then
    raise exception 'the requester cannot approve' using errcode = '55000';
  end if;
  if m.status <> 'gateCheck' or new.round <> m.approval_round then
    raise exception 'there is nothing to approve now' using errcode = '55000';
  end if;
  if not exists (select from officer o where o.id = new.officer_id and o.authority_id = m.owner_id) then
    raise exception 'only the owner approves' using errcode = '55000';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION app.guard_confirmation()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.stop_id, new.authority_id, new.owner_id, new.issued_at)
     is distinct from (old.stop_id, old.authority_id, old.owner_id, old.issued_at)
    or old.confirmed_at is not null
    or (old.delivered_at is not null and new.delivered_at is distinct from old.delivered_at)
    or (old.seen_at is not null and new.seen_at is distinct from old.seen_at)
  then raise exception 'a confirmation is given once' using errcode = '55000';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION app.guard_measure()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  missing text;
  -- Steps that need the gates; going back to `approved` after a lost booking is none.
  guarded boolean := (old.status, new.status)
    in (('gateCheck', 'approved'), ('finalCheck', 'released'), ('released', 'inExecution'));
begin
  -- Pages read the state, the guard reads the column: they say the same, or nobody guards what is shown.
  if new.state->>'status' is distinct from new.status then
    raise exception 'state and status of a measure differ' using errcode = '55000';
  end if;
  if tg_op = 'INSERT' then
    if new.status <> 'draft' then raise exception 'a measure begins as draft' using errcode = '55000'; end if;
    if session_user = 'amtsweg_app' and new.requested_by is distinct from app.officer() then
      raise exception 'a measure is requested in the own name' using errcode = '55000';
    end if;
    return new;
  end if;
  if new.case_id <> old.case_id or new.owner_id <> old.owner_id or new.requested_by <> old.requested_by
    or new.attempt_no <> old.attempt_no or new.number <> old.number or new.kind <> old.kind
    or new.approval_round < old.approval_round then
    raise exception 'identity of a measure never changes' using errcode = '55000';
  end if;
  if new.status = old.status then return new; end if;
  if not exists (select from measure_move where from_status = old.status and to_status = new.status) then
    raise exception 'no move from % to %', old.status, new.status using errcode = '55000';
  end if;
  if not guarded then return new; end if;

  select string_agg(g.id, ' ' order by g.id) into missing from gate g
  left join lateral (
    select a.answer, a.expires_on from gate_answer a where a.measure_id = new.id and a.gate = g.id
    order by a.answered_at desc, a.id desc limit 1
  ) last on true
  where not g.derived and (g.at_schedule and new.status = 'approved' or g.at_execution and new.status <> 'approved')
    and (last.answer is null or last.answer not in ('yes', 'notApplicable')
      or last.expires_on < (now() at time zone 'Europe/Berlin')::date);
  missing := coalesce(missing, app.closed_gate(new));
  if missing is not null then raise exception 'gates closed: %', missing using errcode = '55000'; end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION app.guard_measure_person()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_op <> 'INSERT' or not exists (select from measure m where m.id = new.measure_id and m.status = 'draft') then
    raise exception 'the persons of a measure never change' using errcode = '55000';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION app.guard_measure_plan()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from measure m where m.id = new.measure_id and (m.status not in ('draft', 'gateCheck') or exists (
    select from measure_approval a where a.measure_id = m.id and a.round = m.approval_round)))
  then raise exception 'the plan of an approved measure never changes' using errcode = '55000'; end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION app.guard_notice()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION app.guard_obstacle()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.id, new.case_id, new.owner_id, new.type, new.blocking, new.suspension_reason, new.opened_on, new.opened_by,
      new.opened_reason)
     is distinct from (old.id, old.case_id, old.owner_id, old.type, old.blocking, old.suspension_reason, old.opened_on,
      old.opened_by, old.opened_reason)
    or old.closed_on is not null
    or (new.closed_on is not null and session_user = 'amtsweg_app' and new.closed_by is distinct from app.officer())
  then raise exception 'an obstacle can only be closed, once' using errcode = '55000';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION app.guard_party()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.ended_at is not null or new.ended_at is null
    or (new.id, new.case_id, new.owner_id, new.authority_id, new.capacity, new.request_id, new.since)
       is distinct from (old.id, old.case_id, old.owner_id, old.authority_id, old.capacity, old.request_id, old.since)
  then raise exception 'a party can only be ended' using errcode = '55000';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION app.guard_request()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.id, new.number, new.type, new.case_id, new.measure_id, new.owner_id, new.created_by, new.created_at)
     is distinct from (old.id, old.number, old.type, old.case_id, old.measure_id, old.owner_id, old.created_by, old.created_at)
    or (old.status <> 'draft' and new.addressee_id <> old.addressee_id)
    or (old.sent_at is not null and new.sent_at is distinct from old.sent_at)
    or old.closed_at is not null and new.closed_at is null
  then raise exception 'envelope of a request never changes' using errcode = '55000';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION app.journal_text(j journal)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select concat_ws(E'\n', encode(j.previous_hash, 'hex'), j.chain, j.seq::text,
    to_char(j.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    coalesce(j.officer_id::text, '-'), coalesce(j.actor_authority, '-'), coalesce(j.actor_role, '-'),
    j.subject, coalesce(j.case_id::text, '-'), j.event, j.data)
$function$;

CREATE OR REPLACE FUNCTION app.lapse_deadlines(watched text[], today date)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION app.list_file()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update case_list l set file_number = new.file_number, responsible_officer_id = new.responsible_officer_id,
    municipality_ags = new.municipality_ags where l.case_id = new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION app.list_obstacles()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update case_list l set open_obstacles =
    (select count(*) from obstacle o where o.case_id = l.case_id and o.closed_on is null)
  where l.case_id in (select case_id from changed);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION app.list_standing()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into case_list (case_id, owner_id, file_number, state, since, next_due, responsible_officer_id,
      municipality_ags, open_obstacles)
    select s.case_id, s.owner_id, c.file_number, s.state, s.since, s.next_due, c.responsible_officer_id,
      c.municipality_ags, (select count(*) from obstacle o where o.case_id = s.case_id and o.closed_on is null)
    from changed s join case_file c on c.id = s.case_id
  on conflict (case_id) do update set state = excluded.state, since = excluded.since, next_due = excluded.next_due;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION app.measure_to_stop(measure_to_stop uuid)
 RETURNS TABLE(number text, case_id uuid, owner_id text, status text, state jsonb)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query select m.number, m.case_id, m.owner_id, m.status, m.state from measure m
    where m.id = measure_to_stop and (m.owner_id = app.authority() and app.role() in ('caseworker', 'supervisor')
      or exists (select from case_party p where p.case_id = m.case_id and p.authority_id = app.authority()
                 and p.capacity = app.role() and p.ended_at is null))
    for update;
end $function$;

CREATE OR REPLACE FUNCTION app.my_stops()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select stop_id from stop_recipient where authority_id = app.authority()
$function$;

CREATE OR REPLACE FUNCTION app.notice_deadlines(today date, default_days integer[], alert_rules text[], quiet_rules text[], most integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION app.officer()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('amtsweg.officer', true), '')::uuid $function$;

CREATE OR REPLACE FUNCTION app.officer_of_alert()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform pg_advisory_xact_lock_shared(app.alert_lock(new.owner_id));
  select c.responsible_officer_id into new.responsible_officer_id from case_file c where c.id = new.case_id;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION app.open_requests()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select p.request_id from case_party p
  where p.authority_id = app.authority() and p.capacity = app.role() and p.ended_at is null
$function$;

CREATE OR REPLACE FUNCTION app.order_missing(request uuid, orders jsonb)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case orders->>'need'
    when 'none' then coalesce(trim(orders->>'reason'), '') = ''
    when 'required' then coalesce(jsonb_array_length(orders->'kinds'), 0) = 0 or exists (
      select from jsonb_array_elements_text(orders->'kinds') needed(kind)
      where not exists (
        select from jsonb_array_elements(orders->'orders') o where o->>'kind' = needed.kind
          and (o->>'state' in ('attached', 'carried') or o->>'state' = 'named' and needed.kind = 'custodyOrder')
      ) and not exists (
        select from attachment a where a.request_id = request and a.kind = needed.kind and a.removed_at is null
      ))
    else true end
$function$;

CREATE OR REPLACE FUNCTION app.party_cases()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case_id from case_party
  where authority_id = app.authority() and capacity = app.role() and ended_at is null
$function$;

CREATE OR REPLACE FUNCTION app.record_change(entries jsonb, jobs jsonb, announcements text[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  entry jsonb; head journal_chain; line journal; job jsonb; note text;
begin
  for entry in select e from jsonb_array_elements(entries) with ordinality as t(e, n) order by e->>'chain', n loop
    insert into journal_chain values (entry->>'chain', 0, '\x'::bytea) on conflict do nothing;
    select * into head from journal_chain where chain = entry->>'chain' for update;
    line := row(head.chain, head.last_seq + 1, clock_timestamp(), app.officer(), app.authority(), app.role(),
      entry->>'subject', (entry->>'caseId')::uuid, entry->>'event', entry->>'data', head.last_hash, null)::journal;
    line.hash := sha256(convert_to(app.journal_text(line), 'UTF8'));
    insert into journal select (line).*;
    update journal_chain set last_seq = line.seq, last_hash = line.hash where chain = line.chain;
  end loop;
  for job in select * from jsonb_array_elements(jobs) loop
    perform graphile_worker.add_job(job->>'name', (job->'payload')::json,
      run_at => coalesce((job->>'runAt')::timestamptz, now()), max_attempts => 12, job_key => job->>'key');
  end loop;
  foreach note in array announcements loop
    perform pg_notify('amtsweg', note);
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION app.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'table % is append-only', tg_table_name using errcode = '55000';
end $function$;

CREATE OR REPLACE FUNCTION app.role()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('amtsweg.role', true), '') $function$;

CREATE OR REPLACE FUNCTION app.stop_measure(stop uuid, measure_to_stop uuid, next_state jsonb, reason text, source text, officer_name text, happened_at timestamp with time zone)
 RETURNS SETOF text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  m record;
  next_status text := next_state->>'status';
begin
  select * into m from app.measure_to_stop(measure_to_stop);
  if not found then raise exception 'not a party to this measure' using errcode = '42501'; end if;
  if next_status is distinct from m.status and next_status is distinct from 'stopped' then
    raise exception 'a stop leads to stopped only' using errcode = '55000';
  end if;
  insert into stop_signal values (stop, measure_to_stop, m.number, m.case_id, m.owner_id, reason, source, app.officer(),
    officer_name, app.authority(), happened_at);
  -- Whoever enters the stop knows of it: the own authority has confirmed by entering.
  insert into stop_recipient (stop_id, authority_id, owner_id, delivered_at, seen_at, confirmed_at, confirmed_by, channel)
    select stop, a, m.owner_id, entered, entered, entered,
      case when entered is not null then officer_name end, case when entered is not null then 'screen' end
    from (
      select m.owner_id as a
      union select r.addressee_id from request r
        where r.measure_id = measure_to_stop and r.status <> 'draft' and r.closed_at is null
      union select r.mediator_id from request r
        where r.measure_id = measure_to_stop and r.mediator_id is not null and r.closed_at is null
    ) parties, lateral (select case when a = app.authority() then clock_timestamp() end as entered) own;
  insert into request_entry (id, request_id, owner_id, kind, happened_at, officer_id, officer_name, authority_id, text,
      data)
    select gen_random_uuid(), r.id, r.owner_id, 'withdrawn', happened_at, app.officer(),
      officer_name, app.authority(), 'Stopp der Maßnahme', jsonb_build_object('stop', stop)
    from request r where r.measure_id = measure_to_stop and r.closed_at is null;
  update request set status = 'withdrawn',
      state = jsonb_build_object('status', 'withdrawn', 'reason', 'Stopp der Maßnahme', 'withdrawnIn', request.status),
      closed_at = now(), waiting_for = null, waiting_since = null, answer_due_at = null, version = version + 1
    where measure_id = measure_to_stop and closed_at is null;
  update measure set status = next_status, state = next_state, status_at = now(), version = version + 1
    where id = measure_to_stop;
  -- For the figures: a stop before departure is an attempt that was not carried out.
  if next_status is distinct from m.status then
    insert into measure_outcome (measure_id, case_id, owner_id, result, phase, cause, text, happened_on, recorded_by)
    values (measure_to_stop, m.case_id, m.owner_id, 'stopped', next_state->'failure'->>'phase',
      next_state->'failure'->>'cause', next_state->'failure'->>'text',
      (happened_at at time zone 'Europe/Berlin')::date, app.officer())
    on conflict do nothing;
  end if;
  return query select authority_id from stop_recipient where stop_id = stop order by 1;
end $function$;

CREATE OR REPLACE FUNCTION app.takes_part(request_id uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from request r where r.id = request_id and r.status <> 'draft'
    and (r.addressee_id = app.authority() or r.mediator_id = app.authority()))
$function$;

CREATE OR REPLACE FUNCTION app.was_stopped(person uuid, why text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from stop_signal s join measure_person p on p.measure_id = s.measure_id
    where p.case_id = person and s.reason = why)
$function$;

create table access_log (
  id bigint not null generated always as identity,
  at timestamp with time zone not null default now(),
  officer_id uuid not null,
  authority_id text not null,
  role text not null,
  owner_id text,
  case_id uuid,
  what text not null,
  purpose text not null,
  hits integer not null default 1,
  constraint access_log_pkey PRIMARY KEY (id),
  constraint access_log_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  constraint access_log_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id),
  constraint access_log_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint access_log_purpose_check CHECK (((length(purpose) >= 1) AND (length(purpose) <= 200))),
  constraint access_log_what_check CHECK (((length(what) >= 1) AND (length(what) <= 200)))
);

CREATE INDEX access_log_authority ON public.access_log USING btree (authority_id, at DESC, id DESC);

CREATE INDEX access_log_case ON public.access_log USING btree (owner_id, case_id, at DESC);

CREATE INDEX access_log_officer ON public.access_log USING btree (officer_id, at DESC, id DESC);

CREATE INDEX access_log_owner ON public.access_log USING btree (owner_id, at DESC, id DESC);

CREATE INDEX access_log_time ON public.access_log USING btree (at);

CREATE TRIGGER access_log_append_only BEFORE UPDATE OR TRUNCATE ON public.access_log FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

CREATE POLICY access_log_insert ON access_log FOR INSERT TO amtsweg_app
  WITH CHECK ((authority_id = ( SELECT app.authority() AS authority)) AND (officer_id = ( SELECT app.officer() AS officer)));

CREATE POLICY access_log_read ON access_log FOR SELECT TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text])))) OR ((authority_id = ( SELECT app.authority() AS authority)) AND ( SELECT (app.role() = 'auditor'::text))));

GRANT INSERT ON access_log TO amtsweg_app;

GRANT SELECT ON access_log TO amtsweg_app;

create table access_purpose (
  officer_id uuid not null,
  case_id uuid not null,
  purpose text not null,
  stated_at timestamp with time zone not null default now(),
  constraint access_purpose_pkey PRIMARY KEY (officer_id, case_id),
  constraint access_purpose_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id),
  constraint access_purpose_purpose_check CHECK (((length(purpose) >= 3) AND (length(purpose) <= 200)))
);

CREATE POLICY access_purpose_insert ON access_purpose FOR INSERT TO amtsweg_app
  WITH CHECK (officer_id = ( SELECT app.officer() AS officer));

CREATE POLICY access_purpose_read ON access_purpose FOR SELECT TO amtsweg_app
  USING (officer_id = ( SELECT app.officer() AS officer));

CREATE POLICY access_purpose_update ON access_purpose FOR UPDATE TO amtsweg_app
  USING (officer_id = ( SELECT app.officer() AS officer))
  WITH CHECK (officer_id = ( SELECT app.officer() AS officer));

GRANT INSERT ON access_purpose TO amtsweg_app;

GRANT SELECT ON access_purpose TO amtsweg_app;

GRANT UPDATE ON access_purpose TO amtsweg_app;

create table attachment (
  id uuid not null,
  request_id uuid not null,
  case_id uuid not null,
  owner_id text not null,
  kind text not null,
  title text not null,
  file_name text not null,
  media_type text not null,
  size integer not null,
  sha256 bytea not null,
  content bytea not null,
  scan text not null,
  added_by uuid not null,
  added_at timestamp with time zone not null default now(),
  removed_at timestamp with time zone,
  constraint attachment_pkey PRIMARY KEY (id),
  constraint attachment_added_by_fkey FOREIGN KEY (added_by) REFERENCES officer(id),
  constraint attachment_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint attachment_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint attachment_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id),
  constraint attachment_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200))),
  constraint attachment_kind_check CHECK ((kind = ANY (ARRAY['searchWarrant'::text, 'custodyOrder'::text, 'other'::text]))),
  constraint attachment_media_type_check CHECK ((media_type = ANY (ARRAY['application/pdf'::text, 'image/png'::text, 'image/jpeg'::text]))),
  constraint attachment_scan_check CHECK ((scan = ANY (ARRAY['clean'::text, 'noScanner'::text]))),
  constraint attachment_sha256_check CHECK ((length(sha256) = 32)),
  constraint attachment_size_check CHECK (((size >= 1) AND (size <= 20971520))),
  constraint attachment_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);

CREATE INDEX attachment_request ON public.attachment USING btree (request_id);

CREATE POLICY attachment_insert ON attachment FOR INSERT TO amtsweg_app
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (request_id IN ( SELECT app.open_requests() AS open_requests)));

CREATE POLICY attachment_read ON attachment FOR SELECT TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text])))) OR (request_id IN ( SELECT app.open_requests() AS open_requests)));

CREATE POLICY attachment_update ON attachment FOR UPDATE TO amtsweg_app
  USING (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text]))))
  WITH CHECK (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text]))));

GRANT INSERT ON attachment TO amtsweg_app;

GRANT SELECT ON attachment TO amtsweg_app;

GRANT UPDATE ON attachment TO amtsweg_app;

create table authority (
  id text not null,
  kind text not null,
  name text not null,
  place text,
  ags text,
  land text not null,
  parent_id text,
  phone_day text,
  phone_night text,
  evidence text not null,
  confidence text not null,
  active boolean not null default true,
  constraint authority_pkey PRIMARY KEY (id),
  constraint authority_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES authority(id),
  constraint authority_confidence_check CHECK ((confidence = ANY (ARRAY['hoch'::text, 'mittel'::text, 'gering'::text, 'regel'::text]))),
  constraint authority_id_check CHECK ((id ~ '^[A-Z0-9-]{3,40}$'::text)),
  constraint authority_name_check CHECK (((length(name) >= 3) AND (length(name) <= 200)))
);

GRANT SELECT ON authority TO amtsweg_app;

create table case_address (
  case_id uuid not null,
  owner_id text not null,
  street text,
  house_number text,
  room text,
  postcode text,
  place text,
  ags text,
  facility text,
  version integer not null default 1,
  constraint case_address_pkey PRIMARY KEY (case_id),
  constraint case_address_ags_fkey FOREIGN KEY (ags) REFERENCES municipality(ags),
  constraint case_address_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint case_address_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint case_address_facility_check CHECK ((length(facility) <= 200)),
  constraint case_address_house_number_check CHECK ((length(house_number) <= 20)),
  constraint case_address_place_check CHECK ((length(place) <= 100)),
  constraint case_address_postcode_check CHECK ((postcode ~ '^[0-9]{5}$'::text)),
  constraint case_address_room_check CHECK ((length(room) <= 50)),
  constraint case_address_street_check CHECK ((length(street) <= 200))
);

CREATE POLICY case_address_insert ON case_address FOR INSERT TO amtsweg_app
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = 'caseworker'::text))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY case_address_read ON case_address FOR SELECT TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (( SELECT (app.role() = 'districtPolice'::text)) AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY case_address_update ON case_address FOR UPDATE TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = 'caseworker'::text))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))))
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = 'caseworker'::text))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

GRANT INSERT ON case_address TO amtsweg_app;

GRANT SELECT ON case_address TO amtsweg_app;

GRANT UPDATE ON case_address TO amtsweg_app;

create table case_deadline (
  case_id uuid not null,
  owner_id text not null,
  key text not null,
  rule text not null,
  title text not null,
  start_event_id uuid,
  legal_end date not null,
  operational_end date not null,
  status text not null,
  details jsonb not null,
  compartment text not null generated always as (app.deadline_compartment(rule, key)) stored,
  constraint case_deadline_pkey PRIMARY KEY (case_id, key),
  constraint case_deadline_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint case_deadline_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint case_deadline_status_check CHECK ((status = ANY (ARRAY['running'::text, 'lapsed'::text, 'ended'::text])))
);

CREATE INDEX case_deadline_by_rule ON public.case_deadline USING btree (owner_id, rule, operational_end, case_id, key) WHERE (status = 'running'::text);

CREATE INDEX case_deadline_due ON public.case_deadline USING btree (owner_id, operational_end, case_id, key) WHERE (status <> 'ended'::text);

CREATE TRIGGER case_deadline_added AFTER INSERT ON public.case_deadline REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.follow_deadlines();

CREATE TRIGGER case_deadline_removed AFTER DELETE ON public.case_deadline REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.follow_deadlines();

CREATE TRIGGER case_deadline_renewed AFTER UPDATE ON public.case_deadline REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.follow_deadlines();

CREATE POLICY case_deadline_delete ON case_deadline FOR DELETE TO amtsweg_app
  USING (((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases)))) AND COALESCE(((compartment <> ALL (ARRAY['custody'::text, 'schedule'::text])) OR ((compartment = 'custody'::text) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text, 'flightDesk'::text, 'transport'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'monitor'::text])))) OR ((compartment = 'schedule'::text) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'flightDesk'::text, 'returnCoordination'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'monitor'::text]))))), false));

CREATE POLICY case_deadline_insert ON case_deadline FOR INSERT TO amtsweg_app
  WITH CHECK (((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases)))) AND COALESCE(((compartment <> ALL (ARRAY['custody'::text, 'schedule'::text])) OR ((compartment = 'custody'::text) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text, 'flightDesk'::text, 'transport'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'monitor'::text])))) OR ((compartment = 'schedule'::text) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'flightDesk'::text, 'returnCoordination'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'monitor'::text]))))), false));

CREATE POLICY case_deadline_read ON case_deadline FOR SELECT TO amtsweg_app
  USING (((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text])))) OR (( SELECT (app.role() = 'liaison'::text)) AND (case_id IN ( SELECT app.party_cases() AS party_cases)))) AND COALESCE(((compartment <> ALL (ARRAY['custody'::text, 'schedule'::text])) OR ((compartment = 'custody'::text) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text, 'flightDesk'::text, 'transport'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'monitor'::text])))) OR ((compartment = 'schedule'::text) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'flightDesk'::text, 'returnCoordination'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'monitor'::text]))))), false));

CREATE POLICY case_deadline_update ON case_deadline FOR UPDATE TO amtsweg_app
  USING (((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases)))) AND COALESCE(((compartment <> ALL (ARRAY['custody'::text, 'schedule'::text])) OR ((compartment = 'custody'::text) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text, 'flightDesk'::text, 'transport'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'monitor'::text])))) OR ((compartment = 'schedule'::text) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'flightDesk'::text, 'returnCoordination'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'monitor'::text]))))), false))
  WITH CHECK (((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases)))) AND COALESCE(((compartment <> ALL (ARRAY['custody'::text, 'schedule'::text])) OR ((compartment = 'custody'::text) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text, 'flightDesk'::text, 'transport'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'monitor'::text])))) OR ((compartment = 'schedule'::text) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'flightDesk'::text, 'returnCoordination'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'monitor'::text]))))), false));

GRANT DELETE ON case_deadline TO amtsweg_app;

GRANT INSERT ON case_deadline TO amtsweg_app;

GRANT SELECT ON case_deadline TO amtsweg_app;

GRANT UPDATE ON case_deadline TO amtsweg_app;

create table case_file (
  id uuid not null,
  owner_id text not null,
  file_number text not null,
  family_unit_id uuid,
  municipality_ags text,
  responsible_officer_id uuid,
  language text,
  import_fingerprint text,
  created_at timestamp with time zone not null default now(),
  version integer not null default 1,
  file_number_key text not null generated always as (translate(file_number, 'abcdefghijklmnopqrstuvwxyz '::text, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'::text)) stored,
  constraint case_file_owner_id_file_number_key UNIQUE (owner_id, file_number),
  constraint case_file_pkey PRIMARY KEY (id),
  constraint case_file_family_unit_id_fkey FOREIGN KEY (family_unit_id) REFERENCES family_unit(id),
  constraint case_file_municipality_ags_fkey FOREIGN KEY (municipality_ags) REFERENCES municipality(ags),
  constraint case_file_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint case_file_responsible_officer_id_fkey FOREIGN KEY (responsible_officer_id) REFERENCES officer(id),
  constraint case_file_file_number_check CHECK (((length(file_number) >= 1) AND (length(file_number) <= 50))),
  constraint case_file_language_check CHECK ((length(language) <= 100))
);

CREATE INDEX case_file_family ON public.case_file USING btree (family_unit_id) WHERE (family_unit_id IS NOT NULL);

CREATE UNIQUE INDEX case_file_number_key ON public.case_file USING btree (owner_id, file_number_key);

CREATE INDEX case_file_officer ON public.case_file USING btree (owner_id, responsible_officer_id);

CREATE TRIGGER case_file_alerts AFTER UPDATE OF responsible_officer_id ON public.case_file FOR EACH ROW WHEN ((old.responsible_officer_id IS DISTINCT FROM new.responsible_officer_id)) EXECUTE FUNCTION app.alerts_follow_case();

CREATE TRIGGER case_file_relisted AFTER UPDATE OF file_number, responsible_officer_id, municipality_ags ON public.case_file FOR EACH ROW WHEN ((((old.file_number IS DISTINCT FROM new.file_number) OR (old.responsible_officer_id IS DISTINCT FROM new.responsible_officer_id)) OR (old.municipality_ags IS DISTINCT FROM new.municipality_ags))) EXECUTE FUNCTION app.list_file();

CREATE POLICY case_file_insert ON case_file FOR INSERT TO amtsweg_app
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = 'caseworker'::text))) OR (false AND (id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY case_file_read ON case_file FOR SELECT TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (( SELECT (app.role() = ANY (ARRAY['flightDesk'::text, 'returnCoordination'::text, 'transport'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'liaison'::text, 'monitor'::text]))) AND (id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY case_file_update ON case_file FOR UPDATE TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = 'caseworker'::text))) OR (false AND (id IN ( SELECT app.party_cases() AS party_cases))))
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = 'caseworker'::text))) OR (false AND (id IN ( SELECT app.party_cases() AS party_cases))));

GRANT INSERT ON case_file TO amtsweg_app;

GRANT SELECT ON case_file TO amtsweg_app;

GRANT UPDATE ON case_file TO amtsweg_app;

create table case_list (
  case_id uuid not null,
  owner_id text not null,
  file_number text not null,
  state text not null,
  since date,
  next_due date,
  since_key date not null generated always as (COALESCE(since, 'infinity'::date)) stored,
  due_key date not null generated always as (COALESCE(next_due, 'infinity'::date)) stored,
  responsible_officer_id uuid,
  municipality_ags text,
  open_obstacles integer not null default 0,
  constraint case_list_pkey PRIMARY KEY (case_id),
  constraint case_list_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint case_list_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id)
);

CREATE INDEX case_list_due ON public.case_list USING btree (owner_id, due_key, case_id);

CREATE INDEX case_list_free_due ON public.case_list USING btree (owner_id, due_key, case_id) WHERE (responsible_officer_id IS NULL);

CREATE INDEX case_list_free_number ON public.case_list USING btree (owner_id, file_number) WHERE (responsible_officer_id IS NULL);

CREATE INDEX case_list_free_since ON public.case_list USING btree (owner_id, since_key, case_id) WHERE (responsible_officer_id IS NULL);

CREATE INDEX case_list_municipality ON public.case_list USING btree (owner_id, municipality_ags, file_number);

CREATE INDEX case_list_number ON public.case_list USING btree (owner_id, file_number);

CREATE INDEX case_list_obstacles ON public.case_list USING btree (owner_id, file_number) WHERE (open_obstacles > 0);

CREATE INDEX case_list_officer ON public.case_list USING btree (owner_id, responsible_officer_id, file_number);

CREATE INDEX case_list_officer_due ON public.case_list USING btree (owner_id, responsible_officer_id, due_key, case_id);

CREATE INDEX case_list_officer_since ON public.case_list USING btree (owner_id, responsible_officer_id, since_key, case_id);

CREATE INDEX case_list_since ON public.case_list USING btree (owner_id, since_key, case_id);

CREATE INDEX case_list_state ON public.case_list USING btree (owner_id, state, file_number);

CREATE POLICY case_list_read ON case_list FOR SELECT TO amtsweg_app
  USING (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text]))));

GRANT SELECT ON case_list TO amtsweg_app;

create table case_party (
  id uuid not null,
  case_id uuid not null,
  owner_id text not null,
  authority_id text not null,
  capacity text not null,
  request_id uuid not null,
  since timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  constraint case_party_pkey PRIMARY KEY (id),
  constraint case_party_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  constraint case_party_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint case_party_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id)
);

CREATE INDEX case_party_case ON public.case_party USING btree (case_id) WHERE (ended_at IS NULL);

CREATE INDEX case_party_open ON public.case_party USING btree (authority_id, capacity, case_id) WHERE (ended_at IS NULL);

CREATE INDEX case_party_request ON public.case_party USING btree (request_id);

CREATE TRIGGER case_party_only_ends BEFORE UPDATE ON public.case_party FOR EACH ROW EXECUTE FUNCTION app.guard_party();

CREATE POLICY case_party_read ON case_party FOR SELECT TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text])))) OR (authority_id = ( SELECT app.authority() AS authority)));

GRANT SELECT ON case_party TO amtsweg_app;

create table case_standing (
  case_id uuid not null,
  owner_id text not null,
  state text not null,
  since date,
  until date,
  derivation jsonb not null,
  derived_on date not null,
  next_due date,
  constraint case_standing_pkey PRIMARY KEY (case_id),
  constraint case_standing_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint case_standing_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id)
);

CREATE INDEX case_standing_state ON public.case_standing USING btree (owner_id, state, since);

CREATE INDEX case_standing_until ON public.case_standing USING btree (owner_id, until) WHERE (until IS NOT NULL);

CREATE TRIGGER case_standing_listed AFTER INSERT ON public.case_standing REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.list_standing();

CREATE TRIGGER case_standing_relisted AFTER UPDATE ON public.case_standing REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.list_standing();

CREATE POLICY case_standing_insert ON case_standing FOR INSERT TO amtsweg_app
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY case_standing_read ON case_standing FOR SELECT TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text])))) OR (( SELECT (app.role() = 'liaison'::text)) AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY case_standing_update ON case_standing FOR UPDATE TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))))
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

GRANT INSERT ON case_standing TO amtsweg_app;

GRANT SELECT ON case_standing TO amtsweg_app;

GRANT UPDATE ON case_standing TO amtsweg_app;

create table competence (
  ags text not null,
  duty text not null,
  authority_id text not null,
  reason text not null,
  norm text not null,
  constraint competence_pkey PRIMARY KEY (ags, duty),
  constraint competence_ags_fkey FOREIGN KEY (ags) REFERENCES municipality(ags),
  constraint competence_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  constraint competence_duty_check CHECK ((duty = ANY (ARRAY['immigration'::text, 'central'::text, 'police'::text])))
);

GRANT SELECT ON competence TO amtsweg_app;

create table custody_event (
  id uuid not null,
  case_id uuid not null,
  owner_id text not null,
  type text not null,
  happened_on date not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid,
  facts jsonb not null,
  corrects_id uuid,
  constraint custody_event_pkey PRIMARY KEY (id),
  constraint custody_event_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint custody_event_corrects_id_fkey FOREIGN KEY (corrects_id) REFERENCES custody_event(id),
  constraint custody_event_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint custody_event_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES officer(id),
  constraint custody_event_type_check CHECK ((type ~ '^[A-Za-z0-9]+$'::text))
);

CREATE INDEX custody_event_case ON public.custody_event USING btree (case_id, happened_on, recorded_at);

CREATE UNIQUE INDEX custody_event_corrected_once ON public.custody_event USING btree (corrects_id) WHERE (corrects_id IS NOT NULL);

CREATE TRIGGER custody_event_append_only BEFORE DELETE OR UPDATE ON public.custody_event FOR EACH ROW EXECUTE FUNCTION app.refuse_change();

CREATE POLICY custody_event_insert ON custody_event FOR INSERT TO amtsweg_app
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = 'caseworker'::text))) OR (( SELECT (app.role() = ANY (ARRAY['transport'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text]))) AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY custody_event_read ON custody_event FOR SELECT TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text])))) OR (( SELECT (app.role() = ANY (ARRAY['flightDesk'::text, 'transport'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'monitor'::text]))) AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

GRANT INSERT ON custody_event TO amtsweg_app;

GRANT SELECT ON custody_event TO amtsweg_app;

create table deadline_basis (
  only_row boolean not null default true,
  version text not null,
  since timestamp with time zone not null default now(),
  reached_owner text not null default ''::text,
  reached_case uuid,
  renewed integer not null default 0,
  changed integer not null default 0,
  finished_at timestamp with time zone,
  constraint deadline_basis_pkey PRIMARY KEY (only_row),
  constraint deadline_basis_only_row_check CHECK (only_row)
);

GRANT INSERT ON deadline_basis TO amtsweg_app;

GRANT SELECT ON deadline_basis TO amtsweg_app;

GRANT UPDATE ON deadline_basis TO amtsweg_app;

create table deadline_change (
  id uuid not null,
  case_id uuid not null,
  owner_id text not null,
  key text not null,
  rule text not null,
  title text not null,
  text text not null,
  compartment text not null generated always as (app.deadline_compartment(rule, key)) stored,
  cause text not null,
  event_id uuid,
  changed_at timestamp with time zone not null default now(),
  changed_by uuid,
  notify boolean not null default false,
  acknowledged_at timestamp with time zone,
  acknowledged_by uuid,
  constraint deadline_change_pkey PRIMARY KEY (id),
  constraint deadline_change_acknowledged_by_fkey FOREIGN KEY (acknowledged_by) REFERENCES officer(id),
  constraint deadline_change_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint deadline_change_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES officer(id),
  constraint deadline_change_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint deadline_change_cause_check CHECK ((cause = ANY (ARRAY['event'::text, 'calculation'::text]))),
  constraint deadline_change_check CHECK (((acknowledged_at IS NULL) = (acknowledged_by IS NULL)))
);

CREATE INDEX deadline_change_case ON public.deadline_change USING btree (case_id, changed_at);

CREATE INDEX deadline_change_open ON public.deadline_change USING btree (owner_id, id) WHERE (notify AND (acknowledged_at IS NULL));

CREATE POLICY deadline_change_insert ON deadline_change FOR INSERT TO amtsweg_app
  WITH CHECK (((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases)))) AND COALESCE(((compartment <> ALL (ARRAY['custody'::text, 'schedule'::text])) OR ((compartment = 'custody'::text) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text, 'flightDesk'::text, 'transport'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'monitor'::text])))) OR ((compartment = 'schedule'::text) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'flightDesk'::text, 'returnCoordination'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'monitor'::text]))))), false));

CREATE POLICY deadline_change_read ON deadline_change FOR SELECT TO amtsweg_app
  USING (((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text])))) OR (( SELECT (app.role() = 'liaison'::text)) AND (case_id IN ( SELECT app.party_cases() AS party_cases)))) AND COALESCE(((compartment <> ALL (ARRAY['custody'::text, 'schedule'::text])) OR ((compartment = 'custody'::text) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text, 'flightDesk'::text, 'transport'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'monitor'::text])))) OR ((compartment = 'schedule'::text) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'flightDesk'::text, 'returnCoordination'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'monitor'::text]))))), false));

CREATE POLICY deadline_change_update ON deadline_change FOR UPDATE TO amtsweg_app
  USING (((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases)))) AND COALESCE(((compartment <> ALL (ARRAY['custody'::text, 'schedule'::text])) OR ((compartment = 'custody'::text) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text, 'flightDesk'::text, 'transport'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'monitor'::text])))) OR ((compartment = 'schedule'::text) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'flightDesk'::text, 'returnCoordination'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'monitor'::text]))))), false))
  WITH CHECK (((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases)))) AND COALESCE(((compartment <> ALL (ARRAY['custody'::text, 'schedule'::text])) OR ((compartment = 'custody'::text) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text, 'flightDesk'::text, 'transport'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'monitor'::text])))) OR ((compartment = 'schedule'::text) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'flightDesk'::text, 'returnCoordination'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'monitor'::text]))))), false));

GRANT INSERT ON deadline_change TO amtsweg_app;

GRANT SELECT ON deadline_change TO amtsweg_app;

GRANT UPDATE ON deadline_change TO amtsweg_app;

create table deadline_notice (
  id uuid not null,
  case_id uuid not null,
  owner_id text not null,
  key text not null,
  rule text not null,
  title text not null,
  norm text,
  plan_on date not null,
  legal_end date not null,
  days_before integer not null,
  level text not null,
  due_on date not null,
  noticed_on date not null,
  noticed_at timestamp with time zone not null default clock_timestamp(),
  late_days integer,
  acknowledged_at timestamp with time zone,
  acknowledged_by uuid,
  acknowledged_name text,
  note text,
  compartment text not null generated always as (app.deadline_compartment(rule, key)) stored,
  responsible_officer_id uuid,
  constraint deadline_notice_case_id_key_plan_on_legal_end_days_before_key UNIQUE (case_id, key, plan_on, legal_end, days_before),
  constraint deadline_notice_pkey PRIMARY KEY (id),
  constraint deadline_notice_acknowledged_by_fkey FOREIGN KEY (acknowledged_by) REFERENCES officer(id),
  constraint deadline_notice_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint deadline_notice_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint deadline_notice_check CHECK ((noticed_on >= due_on)),
  constraint deadline_notice_check1 CHECK ((((acknowledged_at IS NULL) = (acknowledged_by IS NULL)) AND ((acknowledged_at IS NULL) = (acknowledged_name IS NULL)) AND ((acknowledged_at IS NULL) = (note IS NULL)))),
  constraint deadline_notice_check2 CHECK (((level = 'alert'::text) OR (acknowledged_at IS NULL))),
  constraint deadline_notice_days_before_check CHECK (((days_before >= '-1'::integer) AND (days_before <= 400))),
  constraint deadline_notice_late_days_check CHECK ((late_days >= 0)),
  constraint deadline_notice_level_check CHECK ((level = ANY (ARRAY['notice'::text, 'alert'::text]))),
  constraint deadline_notice_note_check CHECK (((length(note) >= 3) AND (length(note) <= 1000)))
);

CREATE INDEX deadline_notice_list ON public.deadline_notice USING btree (owner_id, level, legal_end, id);

CREATE INDEX deadline_notice_noticed ON public.deadline_notice USING btree (owner_id, level, noticed_at, id);

CREATE INDEX deadline_notice_open ON public.deadline_notice USING btree (owner_id, legal_end, id) WHERE ((level = 'alert'::text) AND (acknowledged_at IS NULL));

CREATE INDEX deadline_notice_open_case ON public.deadline_notice USING btree (case_id) WHERE ((level = 'alert'::text) AND (acknowledged_at IS NULL));

CREATE INDEX deadline_notice_open_officer ON public.deadline_notice USING btree (owner_id, responsible_officer_id, legal_end, id) WHERE ((level = 'alert'::text) AND (acknowledged_at IS NULL));

CREATE TRIGGER deadline_notice_guard BEFORE UPDATE ON public.deadline_notice FOR EACH ROW EXECUTE FUNCTION app.guard_notice();

CREATE TRIGGER deadline_notice_officer BEFORE INSERT ON public.deadline_notice FOR EACH ROW WHEN ((new.level = 'alert'::text)) EXECUTE FUNCTION app.officer_of_alert();

CREATE POLICY deadline_notice_insert ON deadline_notice FOR INSERT TO amtsweg_app
  WITH CHECK (((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases)))) AND COALESCE(((compartment <> ALL (ARRAY['custody'::text, 'schedule'::text])) OR ((compartment = 'custody'::text) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text, 'flightDesk'::text, 'transport'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'monitor'::text])))) OR ((compartment = 'schedule'::text) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'flightDesk'::text, 'returnCoordination'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'monitor'::text]))))), false));

CREATE POLICY deadline_notice_read ON deadline_notice FOR SELECT TO amtsweg_app
  USING (((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text])))) OR (( SELECT (app.role() = 'liaison'::text)) AND (case_id IN ( SELECT app.party_cases() AS party_cases)))) AND COALESCE(((compartment <> ALL (ARRAY['custody'::text, 'schedule'::text])) OR ((compartment = 'custody'::text) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text, 'flightDesk'::text, 'transport'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'monitor'::text])))) OR ((compartment = 'schedule'::text) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'flightDesk'::text, 'returnCoordination'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'monitor'::text]))))), false));

CREATE POLICY deadline_notice_update ON deadline_notice FOR UPDATE TO amtsweg_app
  USING (((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases)))) AND COALESCE(((compartment <> ALL (ARRAY['custody'::text, 'schedule'::text])) OR ((compartment = 'custody'::text) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text, 'flightDesk'::text, 'transport'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'monitor'::text])))) OR ((compartment = 'schedule'::text) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'flightDesk'::text, 'returnCoordination'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'monitor'::text]))))), false))
  WITH CHECK (((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases)))) AND COALESCE(((compartment <> ALL (ARRAY['custody'::text, 'schedule'::text])) OR ((compartment = 'custody'::text) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text, 'flightDesk'::text, 'transport'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'monitor'::text])))) OR ((compartment = 'schedule'::text) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'flightDesk'::text, 'returnCoordination'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'monitor'::text]))))), false));

GRANT INSERT ON deadline_notice TO amtsweg_app;

GRANT SELECT ON deadline_notice TO amtsweg_app;

GRANT UPDATE ON deadline_notice TO amtsweg_app;

create table deadline_watch (
  owner_id text not null,
  notice_days integer[],
  reason text,
  changed_by uuid,
  changed_at timestamp with time zone,
  version integer not null default 1,
  watched_on date,
  constraint deadline_watch_pkey PRIMARY KEY (owner_id),
  constraint deadline_watch_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES officer(id),
  constraint deadline_watch_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint deadline_watch_notice_days_check CHECK ((cardinality(notice_days) <= 10)),
  constraint deadline_watch_reason_check CHECK (((length(reason) >= 3) AND (length(reason) <= 1000)))
);

CREATE POLICY deadline_watch_insert ON deadline_watch FOR INSERT TO amtsweg_app
  WITH CHECK (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text]))));

CREATE POLICY deadline_watch_read ON deadline_watch FOR SELECT TO amtsweg_app
  USING (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text]))));

CREATE POLICY deadline_watch_update ON deadline_watch FOR UPDATE TO amtsweg_app
  USING (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text]))))
  WITH CHECK (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text]))));

GRANT INSERT ON deadline_watch TO amtsweg_app;

GRANT SELECT ON deadline_watch TO amtsweg_app;

GRANT UPDATE ON deadline_watch TO amtsweg_app;

create table deputy (
  id uuid not null,
  owner_id text not null,
  officer_id uuid not null,
  deputy_id uuid not null,
  from_on date not null,
  until_on date not null,
  set_by uuid not null,
  set_at timestamp with time zone not null default now(),
  constraint deputy_pkey PRIMARY KEY (id),
  constraint deputy_deputy_id_fkey FOREIGN KEY (deputy_id) REFERENCES officer(id),
  constraint deputy_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id),
  constraint deputy_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint deputy_set_by_fkey FOREIGN KEY (set_by) REFERENCES officer(id),
  constraint deputy_check CHECK ((officer_id <> deputy_id)),
  constraint deputy_check1 CHECK (((until_on >= from_on) AND (until_on <= (from_on + 366))))
);

CREATE INDEX deputy_for ON public.deputy USING btree (owner_id, officer_id, until_on);

CREATE INDEX deputy_of ON public.deputy USING btree (owner_id, deputy_id, until_on);

CREATE POLICY deputy_insert ON deputy FOR INSERT TO amtsweg_app
  WITH CHECK (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text]))));

CREATE POLICY deputy_read ON deputy FOR SELECT TO amtsweg_app
  USING (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text]))));

CREATE POLICY deputy_update ON deputy FOR UPDATE TO amtsweg_app
  USING (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text]))))
  WITH CHECK (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text]))));

GRANT INSERT ON deputy TO amtsweg_app;

GRANT SELECT ON deputy TO amtsweg_app;

GRANT UPDATE ON deputy TO amtsweg_app;

create table disclosure (
  id uuid not null,
  request_id uuid not null,
  case_id uuid not null,
  owner_id text not null,
  recipient_id text not null,
  disclosed_at timestamp with time zone not null default now(),
  compartment text not null,
  fields text[] not null,
  legal_basis text not null,
  constraint disclosure_pkey PRIMARY KEY (id),
  constraint disclosure_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint disclosure_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint disclosure_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES authority(id),
  constraint disclosure_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id),
  constraint disclosure_fields_check CHECK ((cardinality(fields) > 0))
);

CREATE INDEX disclosure_case ON public.disclosure USING btree (owner_id, case_id, disclosed_at);

CREATE INDEX disclosure_request ON public.disclosure USING btree (request_id);

CREATE TRIGGER disclosure_append_only BEFORE DELETE OR UPDATE ON public.disclosure FOR EACH ROW EXECUTE FUNCTION app.refuse_change();

CREATE POLICY disclosure_insert ON disclosure FOR INSERT TO amtsweg_app
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR app.takes_part(request_id));

CREATE POLICY disclosure_read ON disclosure FOR SELECT TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text])))) OR app.takes_part(request_id));

GRANT INSERT ON disclosure TO amtsweg_app;

GRANT SELECT ON disclosure TO amtsweg_app;

create table family_unit (
  id uuid not null,
  owner_id text not null,
  label text not null,
  constraint family_unit_owner_id_label_key UNIQUE (owner_id, label),
  constraint family_unit_pkey PRIMARY KEY (id),
  constraint family_unit_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint family_unit_label_check CHECK (((length(label) >= 1) AND (length(label) <= 100)))
);

CREATE POLICY family_unit_insert ON family_unit FOR INSERT TO amtsweg_app
  WITH CHECK (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text]))));

CREATE POLICY family_unit_read ON family_unit FOR SELECT TO amtsweg_app
  USING (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text]))));

CREATE POLICY family_unit_update ON family_unit FOR UPDATE TO amtsweg_app
  USING (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text]))))
  WITH CHECK (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text]))));

GRANT INSERT ON family_unit TO amtsweg_app;

GRANT SELECT ON family_unit TO amtsweg_app;

GRANT UPDATE ON family_unit TO amtsweg_app;

create table gate (
  id text not null,
  title text not null,
  norm text not null,
  at_schedule boolean not null,
  at_execution boolean not null,
  derived boolean not null,
  constraint gate_pkey PRIMARY KEY (id),
  constraint gate_id_check CHECK ((id ~ '^G[0-9]{2}$'::text))
);

GRANT SELECT ON gate TO amtsweg_app;

create table gate_answer (
  id uuid not null,
  measure_id uuid not null,
  case_id uuid not null,
  owner_id text not null,
  gate text not null,
  answer text not null,
  reason text not null,
  evidence text,
  answered_by uuid not null,
  answered_at timestamp with time zone not null default now(),
  expires_on date,
  constraint gate_answer_pkey PRIMARY KEY (id),
  constraint gate_answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES officer(id),
  constraint gate_answer_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint gate_answer_gate_fkey FOREIGN KEY (gate) REFERENCES gate(id),
  constraint gate_answer_measure_id_fkey FOREIGN KEY (measure_id) REFERENCES measure(id),
  constraint gate_answer_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint gate_answer_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text, 'open'::text, 'notApplicable'::text]))),
  constraint gate_answer_evidence_check CHECK ((length(evidence) <= 500)),
  constraint gate_answer_reason_check CHECK (((length(reason) >= 3) AND (length(reason) <= 2000)))
);

CREATE INDEX gate_answer_expiry ON public.gate_answer USING btree (owner_id, expires_on, id) WHERE (expires_on IS NOT NULL);

CREATE INDEX gate_answer_expiry_case ON public.gate_answer USING btree (case_id, expires_on) WHERE (expires_on IS NOT NULL);

CREATE INDEX gate_answer_latest ON public.gate_answer USING btree (measure_id, gate, answered_at DESC, id DESC);

CREATE TRIGGER gate_answer_append_only BEFORE DELETE OR UPDATE ON public.gate_answer FOR EACH ROW EXECUTE FUNCTION app.refuse_change();

CREATE TRIGGER gate_answer_guard BEFORE INSERT ON public.gate_answer FOR EACH ROW EXECUTE FUNCTION app.guard_answer();

CREATE POLICY gate_answer_insert ON gate_answer FOR INSERT TO amtsweg_app
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY gate_answer_read ON gate_answer FOR SELECT TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text])))) OR (( SELECT (app.role() = 'liaison'::text)) AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

GRANT INSERT ON gate_answer TO amtsweg_app;

GRANT SELECT ON gate_answer TO amtsweg_app;

create table hazard_assessment (
  id uuid not null,
  case_id uuid not null,
  measure_id uuid not null,
  owner_id text not null,
  status text not null,
  sources jsonb not null default '{}'::jsonb,
  finalised_at timestamp with time zone,
  finalised_by uuid,
  version integer not null default 1,
  constraint hazard_assessment_pkey PRIMARY KEY (id),
  constraint hazard_assessment_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint hazard_assessment_finalised_by_fkey FOREIGN KEY (finalised_by) REFERENCES officer(id),
  constraint hazard_assessment_measure_id_fkey FOREIGN KEY (measure_id) REFERENCES measure(id),
  constraint hazard_assessment_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint hazard_assessment_check CHECK (((status = 'final'::text) = (finalised_at IS NOT NULL))),
  constraint hazard_assessment_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'final'::text])))
);

CREATE INDEX hazard_assessment_measure ON public.hazard_assessment USING btree (measure_id);

CREATE POLICY hazard_assessment_insert ON hazard_assessment FOR INSERT TO amtsweg_app
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = 'caseworker'::text))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY hazard_assessment_read ON hazard_assessment FOR SELECT TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (( SELECT (app.role() = 'districtPolice'::text)) AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY hazard_assessment_update ON hazard_assessment FOR UPDATE TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = 'caseworker'::text))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))))
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = 'caseworker'::text))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

GRANT INSERT ON hazard_assessment TO amtsweg_app;

GRANT SELECT ON hazard_assessment TO amtsweg_app;

GRANT UPDATE ON hazard_assessment TO amtsweg_app;

create table hazard_finding (
  id uuid not null,
  assessment_id uuid not null,
  case_id uuid not null,
  owner_id text not null,
  finding jsonb not null,
  expires_on date,
  added_by uuid not null,
  added_at timestamp with time zone not null default now(),
  constraint hazard_finding_pkey PRIMARY KEY (id),
  constraint hazard_finding_added_by_fkey FOREIGN KEY (added_by) REFERENCES officer(id),
  constraint hazard_finding_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES hazard_assessment(id),
  constraint hazard_finding_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint hazard_finding_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id)
);

CREATE INDEX hazard_finding_assessment ON public.hazard_finding USING btree (assessment_id, added_at);

CREATE POLICY hazard_finding_delete ON hazard_finding FOR DELETE TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = 'caseworker'::text))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY hazard_finding_insert ON hazard_finding FOR INSERT TO amtsweg_app
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = 'caseworker'::text))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY hazard_finding_read ON hazard_finding FOR SELECT TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (( SELECT (app.role() = 'districtPolice'::text)) AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY hazard_finding_update ON hazard_finding FOR UPDATE TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = 'caseworker'::text))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))))
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = 'caseworker'::text))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

GRANT DELETE ON hazard_finding TO amtsweg_app;

GRANT INSERT ON hazard_finding TO amtsweg_app;

GRANT SELECT ON hazard_finding TO amtsweg_app;

GRANT UPDATE ON hazard_finding TO amtsweg_app;

create table idempotency_key (
  officer_id uuid not null,
  key text not null,
  request_hash bytea not null,
  status integer,
  body text,
  location text,
  created_at timestamp with time zone not null default now(),
  constraint idempotency_key_pkey PRIMARY KEY (officer_id, key),
  constraint idempotency_key_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id),
  constraint idempotency_key_key_check CHECK (((length(key) >= 8) AND (length(key) <= 200)))
);

GRANT DELETE ON idempotency_key TO amtsweg_app;

GRANT INSERT ON idempotency_key TO amtsweg_app;

GRANT SELECT ON idempotency_key TO amtsweg_app;

GRANT UPDATE ON idempotency_key TO amtsweg_app;

create table import_batch (
  id uuid not null,
  owner_id text not null,
  officer_id uuid not null,
  file_name text not null,
  sha256 bytea not null,
  status text not null,
  header text[] not null default '{}'::text[],
  mapping jsonb,
  notes text[] not null default '{}'::text[],
  row_count integer not null default 0,
  judged_count integer not null default 0,
  applied_count integer not null default 0,
  failure text,
  created_at timestamp with time zone not null default now(),
  version integer not null default 1,
  constraint import_batch_pkey PRIMARY KEY (id),
  constraint import_batch_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id),
  constraint import_batch_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint import_batch_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200))),
  constraint import_batch_status_check CHECK ((status = ANY (ARRAY['reading'::text, 'mapping'::text, 'judging'::text, 'judged'::text, 'running'::text, 'done'::text, 'failed'::text, 'discarded'::text])))
);

CREATE INDEX import_batch_owner ON public.import_batch USING btree (owner_id, created_at DESC);

CREATE POLICY import_batch_insert ON import_batch FOR INSERT TO amtsweg_app
  WITH CHECK (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text]))));

CREATE POLICY import_batch_read ON import_batch FOR SELECT TO amtsweg_app
  USING (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text]))));

CREATE POLICY import_batch_update ON import_batch FOR UPDATE TO amtsweg_app
  USING (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text]))))
  WITH CHECK (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text]))));

GRANT INSERT ON import_batch TO amtsweg_app;

GRANT SELECT ON import_batch TO amtsweg_app;

GRANT UPDATE ON import_batch TO amtsweg_app;

create table import_row (
  batch_id uuid not null,
  row_no integer not null,
  owner_id text not null,
  cells text[] not null,
  verdict text,
  errors jsonb not null default '[]'::jsonb,
  draft jsonb,
  applied_at timestamp with time zone,
  case_id uuid,
  question jsonb,
  notes jsonb not null default '[]'::jsonb,
  constraint import_row_pkey PRIMARY KEY (batch_id, row_no),
  constraint import_row_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES import_batch(id),
  constraint import_row_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint import_row_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint import_row_verdict_check CHECK ((verdict = ANY (ARRAY['new'::text, 'update'::text, 'unchanged'::text, 'question'::text, 'error'::text])))
);

CREATE INDEX import_row_case ON public.import_row USING btree (case_id) WHERE (case_id IS NOT NULL);

CREATE INDEX import_row_verdict ON public.import_row USING btree (batch_id, verdict, row_no);

CREATE POLICY import_row_delete ON import_row FOR DELETE TO amtsweg_app
  USING (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text]))));

CREATE POLICY import_row_insert ON import_row FOR INSERT TO amtsweg_app
  WITH CHECK (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text]))));

CREATE POLICY import_row_read ON import_row FOR SELECT TO amtsweg_app
  USING (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text]))));

CREATE POLICY import_row_update ON import_row FOR UPDATE TO amtsweg_app
  USING (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text]))))
  WITH CHECK (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text]))));

GRANT DELETE ON import_row TO amtsweg_app;

GRANT INSERT ON import_row TO amtsweg_app;

GRANT SELECT ON import_row TO amtsweg_app;

GRANT UPDATE ON import_row TO amtsweg_app;

create table journal (
  chain text not null,
  seq bigint not null,
  recorded_at timestamp with time zone not null,
  officer_id uuid,
  actor_authority text,
  actor_role text,
  subject text not null,
  case_id uuid,
  event text not null,
  data text not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint journal_pkey PRIMARY KEY (chain, seq),
  constraint journal_actor_authority_fkey FOREIGN KEY (actor_authority) REFERENCES authority(id),
  constraint journal_chain_fkey FOREIGN KEY (chain) REFERENCES authority(id),
  constraint journal_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id),
  constraint journal_data_check CHECK ((length(data) <= 20000)),
  constraint journal_event_check CHECK ((event ~ '^[A-Za-z]+$'::text)),
  constraint journal_hash_check CHECK ((length(hash) = 32)),
  constraint journal_seq_check CHECK ((seq > 0)),
  constraint journal_subject_check CHECK ((subject ~ '^[a-z-]+:[A-Za-z0-9./-]+$'::text))
);

CREATE INDEX journal_case ON public.journal USING btree (case_id, chain, seq) WHERE (case_id IS NOT NULL);

CREATE INDEX journal_time ON public.journal USING btree (chain, recorded_at);

CREATE TRIGGER journal_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.journal FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

CREATE POLICY journal_read ON journal FOR SELECT TO amtsweg_app
  USING ((chain = ( SELECT app.authority() AS authority)) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text]))));

GRANT SELECT ON journal TO amtsweg_app;

create table journal_chain (
  chain text not null,
  last_seq bigint not null,
  last_hash bytea not null,
  constraint journal_chain_pkey PRIMARY KEY (chain),
  constraint journal_chain_chain_fkey FOREIGN KEY (chain) REFERENCES authority(id)
);

create table last_act (
  officer_id uuid not null,
  kind text not null,
  entries jsonb not null,
  assigned_to uuid,
  done_at timestamp with time zone not null,
  constraint last_act_pkey PRIMARY KEY (officer_id),
  constraint last_act_assigned_to_fkey FOREIGN KEY (assigned_to) REFERENCES officer(id),
  constraint last_act_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id),
  constraint last_act_check CHECK (((kind = 'assigned'::text) = (assigned_to IS NOT NULL))),
  constraint last_act_entries_check CHECK (((jsonb_typeof(entries) = 'array'::text) AND (jsonb_array_length(entries) <= 100))),
  constraint last_act_kind_check CHECK ((kind = ANY (ARRAY['assigned'::text, 'resubmissionSet'::text, 'resubmissionClosed'::text])))
);

CREATE POLICY last_act_delete ON last_act FOR DELETE TO amtsweg_app
  USING (officer_id = ( SELECT app.officer() AS officer));

CREATE POLICY last_act_insert ON last_act FOR INSERT TO amtsweg_app
  WITH CHECK (officer_id = ( SELECT app.officer() AS officer));

CREATE POLICY last_act_read ON last_act FOR SELECT TO amtsweg_app
  USING (officer_id = ( SELECT app.officer() AS officer));

CREATE POLICY last_act_update ON last_act FOR UPDATE TO amtsweg_app
  USING (officer_id = ( SELECT app.officer() AS officer))
  WITH CHECK (officer_id = ( SELECT app.officer() AS officer));

GRANT DELETE ON last_act TO amtsweg_app;

GRANT INSERT ON last_act TO amtsweg_app;

GRANT SELECT ON last_act TO amtsweg_app;

GRANT UPDATE ON last_act TO amtsweg_app;

create table lead_time (
  owner_id text not null,
  step text not null,
  days integer not null,
  unit text not null,
  source text not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null default now(),
  version integer not null default 1,
  constraint lead_time_pkey PRIMARY KEY (owner_id, step),
  constraint lead_time_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES officer(id),
  constraint lead_time_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint lead_time_days_check CHECK (((days >= 0) AND (days <= 400))),
  constraint lead_time_source_check CHECK (((length(source) >= 3) AND (length(source) <= 500))),
  constraint lead_time_step_check CHECK ((step ~ '^[A-Za-z]{3,40}$'::text)),
  constraint lead_time_unit_check CHECK ((unit = ANY (ARRAY['workingDays'::text, 'calendarDays'::text])))
);

CREATE POLICY lead_time_delete ON lead_time FOR DELETE TO amtsweg_app
  USING (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text]))));

CREATE POLICY lead_time_insert ON lead_time FOR INSERT TO amtsweg_app
  WITH CHECK (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text]))));

CREATE POLICY lead_time_read ON lead_time FOR SELECT TO amtsweg_app
  USING (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text]))));

CREATE POLICY lead_time_update ON lead_time FOR UPDATE TO amtsweg_app
  USING (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text]))))
  WITH CHECK (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text]))));

GRANT DELETE ON lead_time TO amtsweg_app;

GRANT INSERT ON lead_time TO amtsweg_app;

GRANT SELECT ON lead_time TO amtsweg_app;

GRANT UPDATE ON lead_time TO amtsweg_app;

create table legal_event (
  id uuid not null,
  case_id uuid not null,
  owner_id text not null,
  type text not null,
  happened_on date not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid,
  facts jsonb not null,
  corrects_id uuid,
  constraint legal_event_pkey PRIMARY KEY (id),
  constraint legal_event_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint legal_event_corrects_id_fkey FOREIGN KEY (corrects_id) REFERENCES legal_event(id),
  constraint legal_event_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint legal_event_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES officer(id),
  constraint legal_event_type_check CHECK ((type ~ '^[A-Za-z0-9]+$'::text))
);

CREATE INDEX legal_event_case ON public.legal_event USING btree (case_id, happened_on, recorded_at);

CREATE UNIQUE INDEX legal_event_corrected_once ON public.legal_event USING btree (corrects_id) WHERE (corrects_id IS NOT NULL);

CREATE TRIGGER legal_event_append_only BEFORE DELETE OR UPDATE ON public.legal_event FOR EACH ROW EXECUTE FUNCTION app.refuse_change();

CREATE POLICY legal_event_insert ON legal_event FOR INSERT TO amtsweg_app
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY legal_event_read ON legal_event FOR SELECT TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text])))) OR (( SELECT (app.role() = 'liaison'::text)) AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

GRANT INSERT ON legal_event TO amtsweg_app;

GRANT SELECT ON legal_event TO amtsweg_app;

create table measure (
  id uuid not null,
  number text not null,
  case_id uuid not null,
  owner_id text not null,
  attempt_no integer not null,
  previous_id uuid,
  kind text not null,
  target_state text not null,
  status text not null default 'draft'::text,
  state jsonb not null,
  requested_by uuid not null,
  approval_round integer not null default 1,
  opened_at timestamp with time zone not null default now(),
  status_at timestamp with time zone not null default now(),
  version integer not null default 1,
  constraint measure_case_id_attempt_no_key UNIQUE (case_id, attempt_no),
  constraint measure_number_key UNIQUE (number),
  constraint measure_recorded TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint measure_pkey PRIMARY KEY (id),
  constraint measure_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint measure_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint measure_previous_id_fkey FOREIGN KEY (previous_id) REFERENCES measure(id),
  constraint measure_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES officer(id),
  constraint measure_target_state_fkey FOREIGN KEY (target_state) REFERENCES state(alpha2),
  constraint measure_attempt_no_check CHECK ((attempt_no > 0))
);

CREATE INDEX measure_case ON public.measure USING btree (case_id);

CREATE INDEX measure_step ON public.measure USING btree (owner_id, status, status_at, id);

CREATE TRIGGER measure_guard BEFORE INSERT OR UPDATE ON public.measure FOR EACH ROW EXECUTE FUNCTION app.guard_measure();

CREATE CONSTRAINT TRIGGER measure_recorded AFTER UPDATE OF status ON public.measure DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.status <> old.status)) EXECUTE FUNCTION app.demand_record();

CREATE POLICY measure_insert ON measure FOR INSERT TO amtsweg_app
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY measure_read ON measure FOR SELECT TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text])))) OR (( SELECT (app.role() = 'liaison'::text)) AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY measure_update ON measure FOR UPDATE TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))))
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

GRANT INSERT ON measure TO amtsweg_app;

GRANT SELECT ON measure TO amtsweg_app;

GRANT UPDATE ON measure TO amtsweg_app;

create table measure_approval (
  measure_id uuid not null,
  officer_id uuid not null,
  case_id uuid not null,
  owner_id text not null,
  round integer not null,
  approved_at timestamp with time zone not null default now(),
  constraint measure_approval_pkey PRIMARY KEY (measure_id, round, officer_id),
  constraint measure_approval_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint measure_approval_measure_id_fkey FOREIGN KEY (measure_id) REFERENCES measure(id),
  constraint measure_approval_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id),
  constraint measure_approval_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id)
);

CREATE TRIGGER measure_approval_guard BEFORE INSERT ON public.measure_approval FOR EACH ROW EXECUTE FUNCTION app.guard_approval();

CREATE POLICY measure_approval_insert ON measure_approval FOR INSERT TO amtsweg_app
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = 'supervisor'::text))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY measure_approval_read ON measure_approval FOR SELECT TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text])))) OR (( SELECT (app.role() = 'liaison'::text)) AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

GRANT INSERT ON measure_approval TO amtsweg_app;

GRANT SELECT ON measure_approval TO amtsweg_app;

create table measure_move (
  from_status text not null,
  to_status text not null,
  constraint measure_move_pkey PRIMARY KEY (from_status, to_status)
);

GRANT SELECT ON measure_move TO amtsweg_app;

create table measure_outcome (
  measure_id uuid not null,
  case_id uuid not null,
  owner_id text not null,
  result text not null,
  phase text,
  cause text,
  text text,
  happened_on date not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid not null,
  constraint measure_outcome_pkey PRIMARY KEY (measure_id),
  constraint measure_outcome_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint measure_outcome_measure_id_fkey FOREIGN KEY (measure_id) REFERENCES measure(id),
  constraint measure_outcome_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint measure_outcome_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES officer(id),
  constraint measure_outcome_check CHECK (((result = 'completed'::text) OR ((phase IS NOT NULL) AND (cause IS NOT NULL)))),
  constraint measure_outcome_check1 CHECK (((cause IS DISTINCT FROM 'unknown'::text) OR (length(text) >= 3))),
  constraint measure_outcome_result_check CHECK ((result = ANY (ARRAY['completed'::text, 'failed'::text, 'stopped'::text]))),
  constraint measure_outcome_text_check CHECK ((length(text) <= 2000))
);

CREATE INDEX measure_outcome_figures ON public.measure_outcome USING btree (owner_id, happened_on);

CREATE POLICY measure_outcome_insert ON measure_outcome FOR INSERT TO amtsweg_app
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY measure_outcome_read ON measure_outcome FOR SELECT TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text])))) OR (( SELECT (app.role() = 'liaison'::text)) AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

GRANT INSERT ON measure_outcome TO amtsweg_app;

GRANT SELECT ON measure_outcome TO amtsweg_app;

create table measure_person (
  measure_id uuid not null,
  case_id uuid not null,
  owner_id text not null,
  constraint measure_person_pkey PRIMARY KEY (measure_id, case_id),
  constraint measure_person_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint measure_person_measure_id_fkey FOREIGN KEY (measure_id) REFERENCES measure(id),
  constraint measure_person_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id)
);

CREATE INDEX measure_person_case ON public.measure_person USING btree (case_id);

CREATE TRIGGER measure_person_guard BEFORE INSERT OR DELETE OR UPDATE ON public.measure_person FOR EACH ROW EXECUTE FUNCTION app.guard_measure_person();

CREATE POLICY measure_person_insert ON measure_person FOR INSERT TO amtsweg_app
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY measure_person_read ON measure_person FOR SELECT TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text])))) OR (( SELECT (app.role() = 'liaison'::text)) AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

GRANT INSERT ON measure_person TO amtsweg_app;

GRANT SELECT ON measure_person TO amtsweg_app;

create table measure_plan (
  measure_id uuid not null,
  case_id uuid not null,
  owner_id text not null,
  starts_at timestamp with time zone,
  arrives_at timestamp with time zone,
  place text,
  ags text,
  dwelling boolean,
  note text,
  version integer not null default 1,
  constraint measure_plan_pkey PRIMARY KEY (measure_id),
  constraint measure_plan_ags_fkey FOREIGN KEY (ags) REFERENCES municipality(ags),
  constraint measure_plan_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint measure_plan_measure_id_fkey FOREIGN KEY (measure_id) REFERENCES measure(id),
  constraint measure_plan_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint measure_plan_check CHECK (((arrives_at IS NULL) OR (starts_at IS NULL) OR (arrives_at > starts_at))),
  constraint measure_plan_note_check CHECK ((length(note) <= 2000)),
  constraint measure_plan_place_check CHECK ((length(place) <= 300))
);

CREATE INDEX measure_plan_start ON public.measure_plan USING btree (owner_id, starts_at);

CREATE TRIGGER measure_plan_guard BEFORE UPDATE ON public.measure_plan FOR EACH ROW WHEN (((((((new.starts_at IS DISTINCT FROM old.starts_at) OR (new.arrives_at IS DISTINCT FROM old.arrives_at)) OR (new.place IS DISTINCT FROM old.place)) OR (new.ags IS DISTINCT FROM old.ags)) OR (new.dwelling IS DISTINCT FROM old.dwelling)) OR (new.note IS DISTINCT FROM old.note))) EXECUTE FUNCTION app.guard_measure_plan();

CREATE POLICY measure_plan_insert ON measure_plan FOR INSERT TO amtsweg_app
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = 'caseworker'::text))) OR (( SELECT (app.role() = 'flightDesk'::text)) AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY measure_plan_read ON measure_plan FOR SELECT TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (( SELECT (app.role() = ANY (ARRAY['flightDesk'::text, 'returnCoordination'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'monitor'::text]))) AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY measure_plan_update ON measure_plan FOR UPDATE TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = 'caseworker'::text))) OR (( SELECT (app.role() = 'flightDesk'::text)) AND (case_id IN ( SELECT app.party_cases() AS party_cases))))
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = 'caseworker'::text))) OR (( SELECT (app.role() = 'flightDesk'::text)) AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

GRANT INSERT ON measure_plan TO amtsweg_app;

GRANT SELECT ON measure_plan TO amtsweg_app;

GRANT UPDATE ON measure_plan TO amtsweg_app;

create table migration (
  number integer not null,
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (number)
);

GRANT SELECT ON migration TO amtsweg_app;

create table municipality (
  ags text not null,
  name text not null,
  official_name text not null,
  kind text not null,
  district_key text not null,
  district_name text not null,
  land text not null,
  postcode text,
  lat double precision,
  lon double precision,
  constraint municipality_pkey PRIMARY KEY (ags),
  constraint municipality_ags_check CHECK ((ags ~ '^[0-9]{8}$'::text))
);

CREATE INDEX municipality_name ON public.municipality USING btree (lower(name) text_pattern_ops);

GRANT SELECT ON municipality TO amtsweg_app;

create table nationality (
  key text not null,
  label text not null,
  alpha2 text,
  constraint nationality_pkey PRIMARY KEY (key),
  constraint nationality_key_check CHECK ((key ~ '^[0-9]{3}$'::text))
);

GRANT SELECT ON nationality TO amtsweg_app;

create table obstacle (
  id uuid not null,
  case_id uuid not null,
  owner_id text not null,
  type text not null,
  blocking boolean not null,
  suspension_reason text,
  opened_on date not null,
  opened_by uuid not null,
  opened_reason text not null,
  review_on date,
  closed_on date,
  closed_by uuid,
  closed_reason text,
  version integer not null default 1,
  constraint obstacle_pkey PRIMARY KEY (id),
  constraint obstacle_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint obstacle_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES officer(id),
  constraint obstacle_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES officer(id),
  constraint obstacle_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint obstacle_check CHECK ((((closed_on IS NULL) = (closed_reason IS NULL)) AND ((closed_on IS NULL) = (closed_by IS NULL)))),
  constraint obstacle_check1 CHECK (((closed_on IS NULL) OR (closed_on >= opened_on))),
  constraint obstacle_closed_reason_check CHECK (((length(closed_reason) >= 3) AND (length(closed_reason) <= 2000))),
  constraint obstacle_opened_reason_check CHECK (((length(opened_reason) >= 3) AND (length(opened_reason) <= 2000)))
);

CREATE INDEX obstacle_case ON public.obstacle USING btree (case_id) WHERE (closed_on IS NULL);

CREATE INDEX obstacle_review ON public.obstacle USING btree (owner_id, review_on) WHERE ((closed_on IS NULL) AND (review_on IS NOT NULL));

CREATE TRIGGER obstacle_guard BEFORE UPDATE ON public.obstacle FOR EACH ROW EXECUTE FUNCTION app.guard_obstacle();

CREATE TRIGGER obstacle_listed AFTER INSERT ON public.obstacle REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.list_obstacles();

CREATE TRIGGER obstacle_relisted AFTER UPDATE ON public.obstacle REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.list_obstacles();

CREATE POLICY obstacle_insert ON obstacle FOR INSERT TO amtsweg_app
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY obstacle_read ON obstacle FOR SELECT TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text])))) OR (( SELECT (app.role() = 'liaison'::text)) AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY obstacle_update ON obstacle FOR UPDATE TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))))
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

GRANT INSERT ON obstacle TO amtsweg_app;

GRANT SELECT ON obstacle TO amtsweg_app;

GRANT UPDATE ON obstacle TO amtsweg_app;

create table officer (
  id uuid not null,
  issuer text not null,
  subject text not null,
  display_name text not null,
  authority_id text not null,
  roles text[] not null,
  phone text,
  single_keys text not null default 'lists'::text,
  density text not null default 'comfortable'::text,
  last_seen_at timestamp with time zone not null default now(),
  theme text,
  constraint officer_issuer_subject_key UNIQUE (issuer, subject),
  constraint officer_pkey PRIMARY KEY (id),
  constraint officer_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  constraint officer_density_check CHECK ((density = ANY (ARRAY['comfortable'::text, 'compact'::text]))),
  constraint officer_display_name_check CHECK (((length(display_name) >= 1) AND (length(display_name) <= 200))),
  constraint officer_single_keys_check CHECK ((single_keys = ANY (ARRAY['off'::text, 'lists'::text, 'everywhere'::text]))),
  constraint officer_theme_check CHECK ((theme = ANY (ARRAY['light'::text, 'dark'::text])))
);

CREATE INDEX officer_authority ON public.officer USING btree (authority_id, display_name);

GRANT INSERT ON officer TO amtsweg_app;

GRANT SELECT ON officer TO amtsweg_app;

GRANT UPDATE ON officer TO amtsweg_app;

create table person_alias (
  id uuid not null,
  case_id uuid not null,
  owner_id text not null,
  name text not null,
  source text not null,
  constraint person_alias_pkey PRIMARY KEY (id),
  constraint person_alias_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint person_alias_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint person_alias_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint person_alias_source_check CHECK (((length(source) >= 1) AND (length(source) <= 200)))
);

CREATE INDEX person_alias_case ON public.person_alias USING btree (case_id);

CREATE POLICY person_alias_insert ON person_alias FOR INSERT TO amtsweg_app
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = 'caseworker'::text))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY person_alias_read ON person_alias FOR SELECT TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (( SELECT (app.role() = ANY (ARRAY['flightDesk'::text, 'returnCoordination'::text, 'transport'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'liaison'::text, 'monitor'::text]))) AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY person_alias_update ON person_alias FOR UPDATE TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = 'caseworker'::text))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))))
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = 'caseworker'::text))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

GRANT INSERT ON person_alias TO amtsweg_app;

GRANT SELECT ON person_alias TO amtsweg_app;

GRANT UPDATE ON person_alias TO amtsweg_app;

create table person_identity (
  case_id uuid not null,
  owner_id text not null,
  family_name text not null,
  given_names text not null default ''::text,
  birth_name text,
  birth_date text,
  nationalities text[] not null default '{}'::text[],
  original_script text,
  version integer not null default 1,
  constraint person_identity_pkey PRIMARY KEY (case_id),
  constraint person_identity_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint person_identity_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint person_identity_birth_date_check CHECK ((birth_date ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'::text)),
  constraint person_identity_birth_name_check CHECK ((length(birth_name) <= 200)),
  constraint person_identity_family_name_check CHECK (((length(family_name) >= 1) AND (length(family_name) <= 200))),
  constraint person_identity_given_names_check CHECK ((length(given_names) <= 200)),
  constraint person_identity_original_script_check CHECK ((length(original_script) <= 200))
);

CREATE POLICY person_identity_insert ON person_identity FOR INSERT TO amtsweg_app
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = 'caseworker'::text))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY person_identity_read ON person_identity FOR SELECT TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (( SELECT (app.role() = ANY (ARRAY['flightDesk'::text, 'returnCoordination'::text, 'transport'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'liaison'::text, 'monitor'::text]))) AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY person_identity_update ON person_identity FOR UPDATE TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = 'caseworker'::text))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))))
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = 'caseworker'::text))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

GRANT INSERT ON person_identity TO amtsweg_app;

GRANT SELECT ON person_identity TO amtsweg_app;

GRANT UPDATE ON person_identity TO amtsweg_app;

create table postcode_place (
  postcode text not null,
  place text not null,
  ags text,
  district_key text not null,
  constraint postcode_place_ags_fkey FOREIGN KEY (ags) REFERENCES municipality(ags),
  constraint postcode_place_postcode_check CHECK ((postcode ~ '^[0-9]{5}$'::text))
);

CREATE INDEX postcode_place_postcode ON public.postcode_place USING btree (postcode);

GRANT SELECT ON postcode_place TO amtsweg_app;

create table reattempt_duty (
  id uuid not null,
  case_id uuid not null,
  measure_id uuid not null,
  owner_id text not null,
  arose_on date not null,
  due_on date,
  resolved_on date,
  resolution text,
  reason text,
  version integer not null default 1,
  constraint reattempt_duty_pkey PRIMARY KEY (id),
  constraint reattempt_duty_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint reattempt_duty_measure_id_fkey FOREIGN KEY (measure_id) REFERENCES measure(id),
  constraint reattempt_duty_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint reattempt_duty_check CHECK (((resolved_on IS NULL) = (resolution IS NULL))),
  constraint reattempt_duty_reason_check CHECK (((length(reason) >= 3) AND (length(reason) <= 2000))),
  constraint reattempt_duty_resolution_check CHECK ((resolution = ANY (ARRAY['newAttempt'::text, 'refrained'::text])))
);

CREATE INDEX reattempt_duty_case ON public.reattempt_duty USING btree (case_id);

CREATE INDEX reattempt_duty_open ON public.reattempt_duty USING btree (owner_id, due_on) WHERE (resolved_on IS NULL);

CREATE INDEX reattempt_duty_turn ON public.reattempt_duty USING btree (owner_id, due_on, id) WHERE (resolved_on IS NULL);

CREATE POLICY reattempt_duty_insert ON reattempt_duty FOR INSERT TO amtsweg_app
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY reattempt_duty_read ON reattempt_duty FOR SELECT TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text])))) OR (( SELECT (app.role() = 'liaison'::text)) AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY reattempt_duty_update ON reattempt_duty FOR UPDATE TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))))
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

GRANT INSERT ON reattempt_duty TO amtsweg_app;

GRANT SELECT ON reattempt_duty TO amtsweg_app;

GRANT UPDATE ON reattempt_duty TO amtsweg_app;

create table reference_load (
  name text not null,
  checksum text not null,
  rows integer not null,
  loaded_at timestamp with time zone not null default now(),
  constraint reference_load_pkey PRIMARY KEY (name)
);

create table report_run (
  id uuid not null,
  number integer not null default nextval('report_number'::regclass),
  owner_id text not null,
  report text not null,
  parameters jsonb not null,
  as_of date not null,
  result jsonb not null,
  run_by uuid not null,
  run_at timestamp with time zone not null default now(),
  released boolean not null default false,
  constraint report_run_pkey PRIMARY KEY (id),
  constraint report_run_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint report_run_run_by_fkey FOREIGN KEY (run_by) REFERENCES officer(id)
);

CREATE INDEX report_run_owner ON public.report_run USING btree (owner_id, run_at DESC);

CREATE POLICY report_run_insert ON report_run FOR INSERT TO amtsweg_app
  WITH CHECK (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text]))));

CREATE POLICY report_run_read ON report_run FOR SELECT TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text])))) OR released);

CREATE POLICY report_run_update ON report_run FOR UPDATE TO amtsweg_app
  USING (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text]))))
  WITH CHECK (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text]))));

GRANT INSERT ON report_run TO amtsweg_app;

GRANT SELECT ON report_run TO amtsweg_app;

GRANT UPDATE ON report_run TO amtsweg_app;

create table request (
  id uuid not null,
  number text not null,
  type text not null,
  case_id uuid not null,
  measure_id uuid,
  owner_id text not null,
  addressee_id text not null,
  addressee_capacity text not null,
  mediator_id text,
  status text not null default 'draft'::text,
  state jsonb not null,
  waiting_for text,
  waiting_since timestamp with time zone,
  answer_due_at timestamp with time zone,
  created_by uuid not null,
  created_at timestamp with time zone not null default now(),
  sent_at timestamp with time zone,
  closed_at timestamp with time zone,
  version integer not null default 1,
  constraint request_number_key UNIQUE (number),
  constraint request_pkey PRIMARY KEY (id),
  constraint request_addressee_id_fkey FOREIGN KEY (addressee_id) REFERENCES authority(id),
  constraint request_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint request_created_by_fkey FOREIGN KEY (created_by) REFERENCES officer(id),
  constraint request_measure_id_fkey FOREIGN KEY (measure_id) REFERENCES measure(id),
  constraint request_mediator_id_fkey FOREIGN KEY (mediator_id) REFERENCES authority(id),
  constraint request_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint request_check CHECK ((owner_id <> addressee_id)),
  constraint request_waiting_for_check CHECK ((waiting_for = ANY (ARRAY['owner'::text, 'addressee'::text, 'mediator'::text])))
);

CREATE INDEX request_case ON public.request USING btree (case_id);

CREATE INDEX request_due ON public.request USING btree (owner_id, answer_due_at) WHERE ((closed_at IS NULL) AND (answer_due_at IS NOT NULL));

CREATE INDEX request_inbox ON public.request USING btree (addressee_id, status, waiting_since);

CREATE INDEX request_measure ON public.request USING btree (measure_id);

CREATE INDEX request_mediation ON public.request USING btree (mediator_id, status) WHERE (mediator_id IS NOT NULL);

CREATE INDEX request_open_with ON public.request USING btree (owner_id, addressee_id, case_id) WHERE (closed_at IS NULL);

CREATE INDEX request_outbox ON public.request USING btree (owner_id, status, waiting_since);

CREATE INDEX request_turn ON public.request USING btree (owner_id, waiting_for, answer_due_at, id) WHERE ((closed_at IS NULL) AND (waiting_for IS NOT NULL));

CREATE TRIGGER request_guard BEFORE UPDATE ON public.request FOR EACH ROW EXECUTE FUNCTION app.guard_request();

CREATE TRIGGER request_parties AFTER INSERT OR UPDATE ON public.request FOR EACH ROW EXECUTE FUNCTION app.follow_request();

CREATE POLICY request_insert ON request FOR INSERT TO amtsweg_app
  WITH CHECK (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text]))));

CREATE POLICY request_read ON request FOR SELECT TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text])))) OR ((addressee_id = ( SELECT app.authority() AS authority)) AND (status <> 'draft'::text)) OR (mediator_id = ( SELECT app.authority() AS authority)));

CREATE POLICY request_update ON request FOR UPDATE TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR ((addressee_id = ( SELECT app.authority() AS authority)) AND (status <> 'draft'::text)) OR (mediator_id = ( SELECT app.authority() AS authority)))
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR ((addressee_id = ( SELECT app.authority() AS authority)) AND (status <> 'draft'::text)) OR (mediator_id = ( SELECT app.authority() AS authority)));

GRANT INSERT ON request TO amtsweg_app;

GRANT SELECT ON request TO amtsweg_app;

GRANT UPDATE ON request TO amtsweg_app;

create table request_content (
  request_id uuid not null,
  case_id uuid not null,
  owner_id text not null,
  content jsonb not null,
  version integer not null default 1,
  constraint request_content_pkey PRIMARY KEY (request_id),
  constraint request_content_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint request_content_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint request_content_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id)
);

CREATE POLICY request_content_insert ON request_content FOR INSERT TO amtsweg_app
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (request_id IN ( SELECT app.open_requests() AS open_requests)));

CREATE POLICY request_content_read ON request_content FOR SELECT TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text])))) OR (request_id IN ( SELECT app.open_requests() AS open_requests)));

CREATE POLICY request_content_update ON request_content FOR UPDATE TO amtsweg_app
  USING (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text]))))
  WITH CHECK (COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text]))));

GRANT INSERT ON request_content TO amtsweg_app;

GRANT SELECT ON request_content TO amtsweg_app;

GRANT UPDATE ON request_content TO amtsweg_app;

create table request_entry (
  id uuid not null,
  request_id uuid not null,
  owner_id text not null,
  kind text not null,
  happened_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null default now(),
  officer_id uuid,
  officer_name text not null,
  authority_id text not null,
  text text not null default ''::text,
  data jsonb not null default '{}'::jsonb,
  constraint request_entry_pkey PRIMARY KEY (id),
  constraint request_entry_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  constraint request_entry_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id),
  constraint request_entry_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint request_entry_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id),
  constraint request_entry_text_check CHECK ((length(text) <= 4000))
);

CREATE INDEX request_entry_request ON public.request_entry USING btree (request_id, recorded_at);

CREATE TRIGGER request_entry_append_only BEFORE DELETE OR UPDATE ON public.request_entry FOR EACH ROW EXECUTE FUNCTION app.refuse_change();

CREATE POLICY request_entry_insert ON request_entry FOR INSERT TO amtsweg_app
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR app.takes_part(request_id));

CREATE POLICY request_entry_read ON request_entry FOR SELECT TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text])))) OR app.takes_part(request_id));

GRANT INSERT ON request_entry TO amtsweg_app;

GRANT SELECT ON request_entry TO amtsweg_app;

create table resubmission (
  id uuid not null,
  case_id uuid not null,
  owner_id text not null,
  due_on date not null,
  note text not null,
  created_by uuid not null,
  created_at timestamp with time zone not null default now(),
  closed_at timestamp with time zone,
  closed_by uuid,
  result text,
  constraint resubmission_pkey PRIMARY KEY (id),
  constraint resubmission_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint resubmission_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES officer(id),
  constraint resubmission_created_by_fkey FOREIGN KEY (created_by) REFERENCES officer(id),
  constraint resubmission_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint resubmission_check CHECK ((((closed_at IS NULL) = (closed_by IS NULL)) AND ((closed_at IS NULL) = (result IS NULL)))),
  constraint resubmission_note_check CHECK (((length(note) >= 3) AND (length(note) <= 500))),
  constraint resubmission_result_check CHECK (((length(result) >= 3) AND (length(result) <= 500)))
);

CREATE INDEX resubmission_case ON public.resubmission USING btree (case_id, due_on);

CREATE INDEX resubmission_due ON public.resubmission USING btree (owner_id, due_on, id) WHERE (closed_at IS NULL);

CREATE POLICY resubmission_insert ON resubmission FOR INSERT TO amtsweg_app
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY resubmission_read ON resubmission FOR SELECT TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text])))) OR (( SELECT (app.role() = 'liaison'::text)) AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY resubmission_update ON resubmission FOR UPDATE TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))))
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

GRANT INSERT ON resubmission TO amtsweg_app;

GRANT SELECT ON resubmission TO amtsweg_app;

GRANT UPDATE ON resubmission TO amtsweg_app;

create table saved_view (
  id uuid not null,
  officer_id uuid not null,
  name text not null,
  query text not null,
  constraint saved_view_officer_id_name_key UNIQUE (officer_id, name),
  constraint saved_view_pkey PRIMARY KEY (id),
  constraint saved_view_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id),
  constraint saved_view_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  constraint saved_view_query_check CHECK ((length(query) <= 1000))
);

CREATE POLICY saved_view_delete ON saved_view FOR DELETE TO amtsweg_app
  USING (officer_id = ( SELECT app.officer() AS officer));

CREATE POLICY saved_view_insert ON saved_view FOR INSERT TO amtsweg_app
  WITH CHECK (officer_id = ( SELECT app.officer() AS officer));

CREATE POLICY saved_view_read ON saved_view FOR SELECT TO amtsweg_app
  USING (officer_id = ( SELECT app.officer() AS officer));

CREATE POLICY saved_view_update ON saved_view FOR UPDATE TO amtsweg_app
  USING (officer_id = ( SELECT app.officer() AS officer))
  WITH CHECK (officer_id = ( SELECT app.officer() AS officer));

GRANT DELETE ON saved_view TO amtsweg_app;

GRANT INSERT ON saved_view TO amtsweg_app;

GRANT SELECT ON saved_view TO amtsweg_app;

GRANT UPDATE ON saved_view TO amtsweg_app;

create table schedule_event (
  id uuid not null,
  case_id uuid not null,
  owner_id text not null,
  type text not null,
  happened_on date not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid,
  facts jsonb not null,
  corrects_id uuid,
  constraint schedule_event_pkey PRIMARY KEY (id),
  constraint schedule_event_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint schedule_event_corrects_id_fkey FOREIGN KEY (corrects_id) REFERENCES schedule_event(id),
  constraint schedule_event_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint schedule_event_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES officer(id),
  constraint schedule_event_type_check CHECK ((type ~ '^[A-Za-z0-9]+$'::text))
);

CREATE INDEX schedule_event_case ON public.schedule_event USING btree (case_id, happened_on, recorded_at);

CREATE UNIQUE INDEX schedule_event_corrected_once ON public.schedule_event USING btree (corrects_id) WHERE (corrects_id IS NOT NULL);

CREATE TRIGGER schedule_event_append_only BEFORE DELETE OR UPDATE ON public.schedule_event FOR EACH ROW EXECUTE FUNCTION app.refuse_change();

CREATE POLICY schedule_event_insert ON schedule_event FOR INSERT TO amtsweg_app
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = 'caseworker'::text))) OR (( SELECT (app.role() = 'flightDesk'::text)) AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY schedule_event_read ON schedule_event FOR SELECT TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (( SELECT (app.role() = ANY (ARRAY['flightDesk'::text, 'returnCoordination'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'monitor'::text]))) AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

GRANT INSERT ON schedule_event TO amtsweg_app;

GRANT SELECT ON schedule_event TO amtsweg_app;

create table search_token (
  owner_id text not null,
  token text collate "C" not null,
  case_id uuid not null,
  kind text not null,
  constraint search_token_pkey PRIMARY KEY (owner_id, token, case_id, kind),
  constraint search_token_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint search_token_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint search_token_kind_check CHECK ((kind = ANY (ARRAY['name'::text, 'birthName'::text, 'alias'::text, 'fileNumber'::text, 'place'::text]))),
  constraint search_token_token_check CHECK ((token ~ '^[A-Z0-9./-]{1,80}$'::text))
);

CREATE INDEX search_token_case ON public.search_token USING btree (case_id, token) INCLUDE (owner_id);

CREATE POLICY search_token_delete ON search_token FOR DELETE TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = 'caseworker'::text))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY search_token_insert ON search_token FOR INSERT TO amtsweg_app
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = 'caseworker'::text))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY search_token_read ON search_token FOR SELECT TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (( SELECT (app.role() = ANY (ARRAY['flightDesk'::text, 'returnCoordination'::text, 'transport'::text, 'districtPolice'::text, 'airportPolice'::text, 'escort'::text, 'healthProfessional'::text, 'liaison'::text, 'monitor'::text]))) AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY search_token_update ON search_token FOR UPDATE TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = 'caseworker'::text))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))))
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = 'caseworker'::text))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

GRANT DELETE ON search_token TO amtsweg_app;

GRANT INSERT ON search_token TO amtsweg_app;

GRANT SELECT ON search_token TO amtsweg_app;

GRANT UPDATE ON search_token TO amtsweg_app;

create table session (
  token_hash bytea not null,
  officer_id uuid not null,
  authority_id text not null,
  role text not null,
  id_token text,
  created_at timestamp with time zone not null default now(),
  last_seen_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  constraint session_pkey PRIMARY KEY (token_hash),
  constraint session_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  constraint session_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id),
  constraint session_token_hash_check CHECK ((length(token_hash) = 32))
);

CREATE INDEX session_expiry ON public.session USING btree (expires_at);

CREATE INDEX session_officer ON public.session USING btree (officer_id);

GRANT DELETE ON session TO amtsweg_app;

GRANT INSERT ON session TO amtsweg_app;

GRANT SELECT ON session TO amtsweg_app;

GRANT UPDATE ON session TO amtsweg_app;

create table sign_in_attempt (
  state text not null,
  nonce text not null,
  verifier text not null,
  return_to text not null,
  created_at timestamp with time zone not null default now(),
  constraint sign_in_attempt_pkey PRIMARY KEY (state)
);

GRANT DELETE ON sign_in_attempt TO amtsweg_app;

GRANT INSERT ON sign_in_attempt TO amtsweg_app;

GRANT SELECT ON sign_in_attempt TO amtsweg_app;

GRANT UPDATE ON sign_in_attempt TO amtsweg_app;

create table state (
  alpha2 text not null,
  alpha3 text not null,
  name text not null,
  destatis_key text,
  nationality text,
  eu boolean not null,
  dublin boolean not null,
  constraint state_pkey PRIMARY KEY (alpha2),
  constraint state_alpha2_check CHECK ((alpha2 ~ '^[A-Z]{2}$'::text))
);

GRANT SELECT ON state TO amtsweg_app;

create table stop_recipient (
  stop_id uuid not null,
  authority_id text not null,
  owner_id text not null,
  issued_at timestamp with time zone not null default clock_timestamp(),
  delivered_at timestamp with time zone,
  seen_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  confirmed_by text,
  channel text,
  note text,
  constraint stop_recipient_pkey PRIMARY KEY (stop_id, authority_id),
  constraint stop_recipient_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  constraint stop_recipient_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint stop_recipient_stop_id_fkey FOREIGN KEY (stop_id) REFERENCES stop_signal(id),
  constraint stop_recipient_channel_check CHECK ((channel = ANY (ARRAY['screen'::text, 'telephone'::text]))),
  constraint stop_recipient_check CHECK (((confirmed_at IS NULL) = (confirmed_by IS NULL))),
  constraint stop_recipient_confirmed_by_check CHECK (((length(confirmed_by) >= 2) AND (length(confirmed_by) <= 200))),
  constraint stop_recipient_note_check CHECK ((length(note) <= 1000))
);

CREATE INDEX stop_recipient_open ON public.stop_recipient USING btree (authority_id) WHERE (confirmed_at IS NULL);

CREATE INDEX stop_recipient_owner_open ON public.stop_recipient USING btree (owner_id) WHERE (confirmed_at IS NULL);

CREATE TRIGGER stop_recipient_guard BEFORE UPDATE ON public.stop_recipient FOR EACH ROW EXECUTE FUNCTION app.guard_confirmation();

CREATE POLICY stop_recipient_read ON stop_recipient FOR SELECT TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text])))) OR (authority_id = ( SELECT app.authority() AS authority)) OR (stop_id IN ( SELECT app.my_stops() AS my_stops)));

CREATE POLICY stop_recipient_update ON stop_recipient FOR UPDATE TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (authority_id = ( SELECT app.authority() AS authority)))
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (authority_id = ( SELECT app.authority() AS authority)));

GRANT SELECT ON stop_recipient TO amtsweg_app;

GRANT UPDATE ON stop_recipient TO amtsweg_app;

create table stop_signal (
  id uuid not null,
  measure_id uuid not null,
  measure_number text not null,
  case_id uuid not null,
  owner_id text not null,
  reason text not null,
  source text not null,
  entered_by uuid not null,
  entered_by_name text not null,
  entered_authority text not null,
  happened_at timestamp with time zone not null,
  entered_at timestamp with time zone not null default clock_timestamp(),
  constraint stop_signal_pkey PRIMARY KEY (id),
  constraint stop_signal_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint stop_signal_entered_authority_fkey FOREIGN KEY (entered_authority) REFERENCES authority(id),
  constraint stop_signal_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES officer(id),
  constraint stop_signal_measure_id_fkey FOREIGN KEY (measure_id) REFERENCES measure(id),
  constraint stop_signal_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id),
  constraint stop_signal_reason_check CHECK ((reason = ANY (ARRAY['court'::text, 'medical'::text, 'prosecutor'::text, 'authority'::text]))),
  constraint stop_signal_source_check CHECK (((length(source) >= 3) AND (length(source) <= 2000)))
);

CREATE INDEX stop_signal_measure ON public.stop_signal USING btree (measure_id);

CREATE INDEX stop_signal_owner ON public.stop_signal USING btree (owner_id, entered_at DESC);

CREATE POLICY stop_signal_read ON stop_signal FOR SELECT TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text])))) OR (id IN ( SELECT app.my_stops() AS my_stops)));

GRANT SELECT ON stop_signal TO amtsweg_app;

create table voluntary_return (
  id uuid not null,
  case_id uuid not null,
  owner_id text not null,
  status text not null,
  offered_on date not null,
  state jsonb not null,
  version integer not null default 1,
  constraint voluntary_return_pkey PRIMARY KEY (id),
  constraint voluntary_return_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  constraint voluntary_return_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES authority(id)
);

CREATE INDEX voluntary_return_case ON public.voluntary_return USING btree (case_id);

CREATE POLICY voluntary_return_insert ON voluntary_return FOR INSERT TO amtsweg_app
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY voluntary_return_read ON voluntary_return FOR SELECT TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'auditor'::text])))) OR (( SELECT (app.role() = 'liaison'::text)) AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

CREATE POLICY voluntary_return_update ON voluntary_return FOR UPDATE TO amtsweg_app
  USING ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))))
  WITH CHECK ((COALESCE((owner_id = ( SELECT app.authority() AS authority)), false) AND ( SELECT (app.role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])))) OR (false AND (case_id IN ( SELECT app.party_cases() AS party_cases))));

GRANT INSERT ON voluntary_return TO amtsweg_app;

GRANT SELECT ON voluntary_return TO amtsweg_app;

GRANT UPDATE ON voluntary_return TO amtsweg_app;
