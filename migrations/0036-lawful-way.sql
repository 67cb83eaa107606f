-- Ways around the lawful order, each tried in lawful-way.db.test.ts: a plan changed between the two approvals, assistance
-- that the police have not agreed to, an arrival that has passed, and a stop whose reason the next attempt passes by.

-- The start that the police agreed to, as 2026-12-01 06:15: their own other time, or the one that was asked for.
create function app.agreed_start(r request) returns text language sql stable set search_path = public, pg_temp as $$
  select case when r.state->'conditions' @> '[{"kind": "otherTime"}]' then (
    select concat_ws(' ', e.data#>>'{time,on}', e.data#>>'{time,time}') from request_entry e
    where e.request_id = r.id and e.kind = 'acceptedWithConditions' order by e.recorded_at desc, e.id desc limit 1
  ) else (
    select concat_ws(' ', c.content#>>'{plannedStart,on}', c.content#>>'{plannedStart,time}')
    from request_content c where c.request_id = r.id
  ) end
$$;

-- Why the execution cannot count on its police assistance, or null: silence is no consent, conditions count once the
-- requester has agreed to them (docs/domain/ersuchen.md), who is named as support is still there, at the planned start.
create function app.assistance_open(m measure) returns text language plpgsql stable set search_path = public, pg_temp as $$
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
end $$;
revoke all on function app.agreed_start, app.assistance_open from public;
grant execute on function app.agreed_start, app.assistance_open to amtsweg_app;

-- Whether a measure of the person was stopped for this reason.
create function app.was_stopped(person uuid, why text) returns boolean language sql stable
  set search_path = public, pg_temp as $$
  select exists (select from stop_signal s join measure_person p on p.measure_id = s.measure_id
    where p.case_id = person and s.reason = why)
$$;
revoke all on function app.was_stopped from public;
grant execute on function app.was_stopped to amtsweg_app;

-- Two people approve one plan: what they look at does not change between them, nor afterwards (G30).
create function app.guard_measure_plan() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if exists (select from measure m where m.id = new.measure_id and (m.status not in ('draft', 'gateCheck') or exists (
    select from measure_approval a where a.measure_id = m.id and a.round = m.approval_round)))
  then raise exception 'the plan of an approved measure never changes' using errcode = '55000'; end if;
  return new;
end $$;
create trigger measure_plan_guard before update on measure_plan for each row
  when ((new.starts_at, new.arrives_at, new.place, new.ags, new.dwelling, new.note)
    is distinct from (old.starts_at, old.arrives_at, old.place, old.ags, old.dwelling, old.note))
  execute function app.guard_measure_plan();

-- As before, with the arrival that has passed, the agreement of the police, and the reasons of earlier stops.
create or replace function app.closed_gate(m measure) returns text language plpgsql stable security definer
  set search_path = public, pg_temp as $$
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
end $$;
