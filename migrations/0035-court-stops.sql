-- A court stopped the execution and nobody has recorded what it decided: G07 holds for none of the persons until then.
-- The events are those of a motion and of the court's answer (legal-event-remedies.ts); one that was corrected away says nothing.
create function app.court_stop_open(person uuid) returns timestamptz language sql stable
  set search_path = public, pg_temp as $$
  select s.happened_at from stop_signal s
  where s.reason = 'court' and s.measure_id in (select measure_id from measure_person where case_id = person)
    and not exists (
      select from legal_event e where e.case_id = person and e.recorded_at > s.entered_at
        and e.type in ('urgentMotionFiled', 'urgentMotionRejected', 'urgentMotionWithdrawn', 'urgentMotionGranted',
          'suspensiveEffectOrdered', 'courtOrderEnded', 'courtReleaseDocumented')
        and not exists (select from legal_event c where c.corrects_id = e.id))
  order by s.entered_at desc limit 1
$$;

-- As before, with the court's stop.
create or replace function app.closed_gate(m measure) returns text language plpgsql stable security definer
  set search_path = public, pg_temp as $$
declare
  today date := (now() at time zone 'Europe/Berlin')::date;
  execution boolean := m.status <> 'approved';
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
        or (plan.arrives_at at time zone 'Europe/Berlin')::date > transfer.ends)
  ) then return 'G17'; end if;
  -- §§ 47 bis 49 PolG NRW: in writing, with reason and legal basis, the needed court order in hand.
  if execution and exists (
    select from request r left join request_content c on c.request_id = r.id
    where r.measure_id = m.id and r.type = 'enforcementAssistance' and r.status <> 'withdrawn'
      and (coalesce(trim(c.content->>'reason'), '') = ''
        or coalesce(jsonb_array_length(nullif(c.content#>'{legalBasis,norms}', 'null')), 0) = 0
        or r.closed_at is null and app.order_missing(r.id, c.content->'courtOrders'))
  ) then return 'G22'; end if;
  if exists (
    select from measure_person p join voluntary_return v on v.case_id = p.case_id
    where p.measure_id = m.id and v.status in ('approved', 'booked')
  ) or exists (
    select from measure_person p left join voluntary_return v on v.case_id = p.case_id
    where p.measure_id = m.id and v.id is null
  ) then return 'G28'; end if;
  if (select count(*) from measure_approval a where a.measure_id = m.id and a.round = m.approval_round
      and a.officer_id <> m.requested_by) < 2
  then return 'G30'; end if;
  return null;
end $$;
