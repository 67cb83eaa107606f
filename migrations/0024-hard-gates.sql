-- Holes in the second wall of the hard gates (ADR 0012), each tried with SQL as amtsweg_app in hard-gates.db.test.ts:
-- a state that the guarded column does not know of, a measure without persons or with exchanged ones, an approval
-- given before there was something to approve, an answer dated into the future so that it stays the last, an obstacle
-- that stops being blocking, a standing that has run out; and the gates G17 and G22, which follow from stored facts.

-- What a measure must hold to go on, apart from the answered gates. Gives the first closed gate, or null.
create function app.closed_gate(m measure) returns text language plpgsql stable security definer
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
  -- §§ 47 bis 49 PolG NRW: in writing, with reason and legal basis.
  if execution and exists (
    select from request r left join request_content c on c.request_id = r.id
    where r.measure_id = m.id and r.type = 'enforcementAssistance' and r.status <> 'withdrawn'
      and (coalesce(trim(c.content->>'reason'), '') = ''
        or coalesce(jsonb_array_length(nullif(c.content#>'{legalBasis,norms}', 'null')), 0) = 0)
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
revoke all on function app.closed_gate from public;

create or replace function app.guard_measure() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
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
end $$;

-- Who is meant is settled while the measure is a draft.
create function app.guard_measure_person() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' or not exists (select from measure m where m.id = new.measure_id and m.status = 'draft') then
    raise exception 'the persons of a measure never change' using errcode = '55000';
  end if;
  return new;
end $$;
create trigger measure_person_guard before insert or update or delete on measure_person
  for each row execute function app.guard_measure_person();

-- Nobody approves for somebody else, nor the one who asked, nor in advance, nor from outside the authority.
create or replace function app.guard_approval() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
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
end $$;

-- An answer is given by whoever is signed in, now; one dated ahead would stay the last one for ever.
create function app.guard_answer() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
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
end $$;
create trigger gate_answer_guard before insert on gate_answer for each row execute function app.guard_answer();

-- An obstacle is opened and closed once, with reason; it never becomes another one.
create function app.guard_obstacle() returns trigger language plpgsql as $$
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
end $$;
create trigger obstacle_guard before update on obstacle for each row execute function app.guard_obstacle();

-- Nothing happens unrecorded: a measure does not move unless the same transaction writes a line about it.
create function app.demand_record() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if session_user = 'amtsweg_app' and not exists (
    select from journal j where j.case_id = new.case_id and j.subject = 'measure:' || new.id
      and j.recorded_at >= transaction_timestamp()
  ) then raise exception 'no move of a measure without a line in the journal' using errcode = '55000'; end if;
  return null;
end $$;
create constraint trigger measure_recorded after update of status on measure deferrable initially deferred
  for each row when (new.status <> old.status) execute function app.demand_record();
