-- The start needs the court orders in hand that a request for assistance says are needed: part of gate G22.
-- A court order that a request says is needed and that is not in hand; undecided counts as missing (court-order.ts;
-- Erlass 26.19.01-000009, Nr. 5). § 49 PolG NRW lets a custody order be named; a search warrant has to be there.
create function app.order_missing(request uuid, orders jsonb) returns boolean language sql stable
  set search_path = public, pg_temp as $$
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
$$;
revoke all on function app.order_missing from public;
grant execute on function app.order_missing to amtsweg_app;

-- As before, with the court orders.
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
