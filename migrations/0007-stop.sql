-- The stop: entered by anyone who has a part in the measure, effective at once, never refused while the person is here.
create table stop_signal (
  id uuid primary key,
  measure_id uuid not null references measure,
  -- Shown to parties that may not read the measure itself.
  measure_number text not null,
  case_id uuid not null references case_file,
  owner_id text not null references authority,
  reason text not null check (reason in ('court', 'medical', 'prosecutor', 'authority')),
  source text not null check (length(source) between 3 and 2000),
  entered_by uuid not null references officer,
  entered_by_name text not null,
  entered_authority text not null references authority,
  happened_at timestamptz not null,
  entered_at timestamptz not null default clock_timestamp()
);
create index stop_signal_measure on stop_signal (measure_id);
create index stop_signal_owner on stop_signal (owner_id, entered_at desc);

create table stop_recipient (
  stop_id uuid not null references stop_signal,
  authority_id text not null references authority,
  owner_id text not null references authority,
  issued_at timestamptz not null default clock_timestamp(),
  delivered_at timestamptz,
  seen_at timestamptz,
  confirmed_at timestamptz,
  confirmed_by text check (length(confirmed_by) between 2 and 200),
  channel text check (channel in ('screen', 'telephone')),
  note text check (length(note) <= 1000),
  primary key (stop_id, authority_id),
  check ((confirmed_at is null) = (confirmed_by is null))
);
create index stop_recipient_open on stop_recipient (authority_id) where confirmed_at is null;

create function app.guard_confirmation() returns trigger language plpgsql as $$
begin
  if (new.stop_id, new.authority_id, new.owner_id, new.issued_at)
     is distinct from (old.stop_id, old.authority_id, old.owner_id, old.issued_at)
    or old.confirmed_at is not null
    or (old.delivered_at is not null and new.delivered_at is distinct from old.delivered_at)
    or (old.seen_at is not null and new.seen_at is distinct from old.seen_at)
  then raise exception 'a confirmation is given once' using errcode = '55000';
  end if;
  return new;
end $$;
create trigger stop_recipient_guard before update on stop_recipient
  for each row execute function app.guard_confirmation();

create function app.my_stops() returns setof uuid language sql stable security definer
  set search_path = public, pg_temp as $$
  select stop_id from stop_recipient where authority_id = app.authority()
$$;

-- What a party needs to know of a measure in order to stop it, locked until the change ends.
-- Security definer because an addressee may stop a measure that it may not otherwise read or write.
create function app.measure_to_stop(measure_to_stop uuid)
  returns table (number text, case_id uuid, owner_id text, status text, state jsonb)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  return query select m.number, m.case_id, m.owner_id, m.status, m.state from measure m
    where m.id = measure_to_stop and (m.owner_id = app.authority() and app.role() in ('caseworker', 'supervisor')
      or exists (select from case_party p where p.case_id = m.case_id and p.authority_id = app.authority()
                 and p.capacity = app.role() and p.ended_at is null))
    for update;
end $$;

-- One act in one transaction: measure stopped, every open request of it withdrawn, every party listed as recipient.
-- After departure the measure cannot move any more; the stop is kept in its state and still reaches everyone.
create function app.stop_measure(stop uuid, measure_to_stop uuid, next_state jsonb, reason text, source text,
    officer_name text, happened_at timestamptz)
  returns setof text language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke all on function app.my_stops, app.measure_to_stop, app.stop_measure from public;
grant execute on function app.my_stops, app.measure_to_stop, app.stop_measure to amtsweg_app;
