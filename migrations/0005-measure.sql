-- Measures (attempts), their gates, approvals and outcomes. The guard below holds the gates against every writer.
create sequence measure_number;
create table measure (
  id uuid primary key,
  number text not null unique,
  case_id uuid not null references case_file,
  owner_id text not null references authority,
  attempt_no integer not null check (attempt_no > 0),
  previous_id uuid references measure,
  kind text not null,
  target_state text not null references state,
  status text not null default 'draft',
  state jsonb not null,
  requested_by uuid not null references officer,
  -- A measure that is sent back needs new approvals: only those of the current round count.
  approval_round integer not null default 1,
  opened_at timestamptz not null default now(),
  status_at timestamptz not null default now(),
  version integer not null default 1,
  unique (case_id, attempt_no)
);
create index measure_open on measure (owner_id, status, status_at);
create index measure_case on measure (case_id);

create table measure_person (
  measure_id uuid not null references measure,
  case_id uuid not null references case_file,
  owner_id text not null references authority,
  primary key (measure_id, case_id)
);
create index measure_person_case on measure_person (case_id);

-- Time and course: a secret of § 97a AufenthG, hence a table of its own.
create table measure_plan (
  measure_id uuid primary key references measure,
  case_id uuid not null references case_file,
  owner_id text not null references authority,
  starts_at timestamptz,
  arrives_at timestamptz,
  place text check (length(place) <= 300),
  ags text references municipality,
  dwelling boolean,
  note text check (length(note) <= 2000),
  version integer not null default 1,
  check (arrives_at is null or starts_at is null or arrives_at > starts_at)
);
create index measure_plan_start on measure_plan (owner_id, starts_at);

create table gate_answer (
  id uuid primary key,
  measure_id uuid not null references measure,
  case_id uuid not null references case_file,
  owner_id text not null references authority,
  gate text not null references gate,
  answer text not null check (answer in ('yes', 'no', 'open', 'notApplicable')),
  reason text not null check (length(reason) between 3 and 2000),
  evidence text check (length(evidence) <= 500),
  answered_by uuid not null references officer,
  answered_at timestamptz not null default now(),
  expires_on date
);
create index gate_answer_latest on gate_answer (measure_id, gate, answered_at desc, id desc);
create trigger gate_answer_append_only before update or delete on gate_answer
  for each row execute function app.refuse_change();

create table measure_approval (
  measure_id uuid not null references measure,
  officer_id uuid not null references officer,
  case_id uuid not null references case_file,
  owner_id text not null references authority,
  round integer not null,
  approved_at timestamptz not null default now(),
  primary key (measure_id, round, officer_id)
);

create table measure_outcome (
  measure_id uuid primary key references measure,
  case_id uuid not null references case_file,
  owner_id text not null references authority,
  result text not null check (result in ('completed', 'failed', 'stopped')),
  phase text,
  cause text,
  text text check (length(text) <= 2000),
  happened_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null references officer,
  check (result = 'completed' or (phase is not null and cause is not null)),
  check (cause is distinct from 'unknown' or length(text) >= 3)
);
create index measure_outcome_figures on measure_outcome (owner_id, happened_on);

create table reattempt_duty (
  id uuid primary key,
  case_id uuid not null references case_file,
  measure_id uuid not null references measure,
  owner_id text not null references authority,
  arose_on date not null,
  due_on date,
  resolved_on date,
  resolution text check (resolution in ('newAttempt', 'refrained')),
  reason text check (length(reason) between 3 and 2000),
  version integer not null default 1,
  check ((resolved_on is null) = (resolution is null))
);
create index reattempt_duty_open on reattempt_duty (owner_id, due_on) where resolved_on is null;
create index reattempt_duty_case on reattempt_duty (case_id);

-- The hard gates, once more, where no program can step around them (mission: no override of a hard legal gate).
-- Forward moves follow the published table; `approved` and `released` need what the law needs.
create function app.guard_measure() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  missing text;
  -- Steps that need the gates; going back to `approved` after a lost booking is none.
  guarded boolean := (old.status, new.status)
    in (('gateCheck', 'approved'), ('finalCheck', 'released'), ('released', 'inExecution'));
begin
  if tg_op = 'INSERT' then
    if new.status <> 'draft' then raise exception 'a measure begins as draft' using errcode = '55000'; end if;
    return new;
  end if;
  if new.case_id <> old.case_id or new.owner_id <> old.owner_id or new.requested_by <> old.requested_by
    or new.attempt_no <> old.attempt_no or new.number <> old.number or new.approval_round < old.approval_round then
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
  if missing is not null then raise exception 'gates closed: %', missing using errcode = '55000'; end if;

  if exists (
    select from measure_person p left join case_standing s on s.case_id = p.case_id
    where p.measure_id = new.id and coalesce(s.state, 'noDuty') not in ('enforceable', 'enforceableByOrder')
  ) then raise exception 'gates closed: G03' using errcode = '55000'; end if;
  if exists (
    select from measure_person p join obstacle o on o.case_id = p.case_id
    where p.measure_id = new.id and o.closed_on is null and o.blocking
  ) then raise exception 'gates closed: blocking obstacle' using errcode = '55000'; end if;
  if exists (
    select from measure_person p join voluntary_return v on v.case_id = p.case_id
    where p.measure_id = new.id and v.status in ('approved', 'booked')
  ) or exists (
    select from measure_person p left join voluntary_return v on v.case_id = p.case_id
    where p.measure_id = new.id and v.id is null
  ) then raise exception 'gates closed: G28' using errcode = '55000'; end if;
  if (select count(*) from measure_approval a where a.measure_id = new.id and a.round = new.approval_round
      and a.officer_id <> new.requested_by) < 2
  then raise exception 'gates closed: G30' using errcode = '55000'; end if;
  return new;
end $$;
create trigger measure_guard before insert or update on measure for each row execute function app.guard_measure();

-- Nobody approves for somebody else, and never the one who asked.
create function app.guard_approval() returns trigger language plpgsql as $$
begin
  if new.officer_id is distinct from app.officer() and current_user = 'amtsweg_app' then
    raise exception 'approval only in the own name' using errcode = '55000';
  end if;
  if exists (select from measure m where m.id = new.measure_id and m.requested_by = new.officer_id) then
    raise exception 'the requester cannot approve' using errcode = '55000';
  end if;
  return new;
end $$;
create trigger measure_approval_guard before insert on measure_approval for each row execute function app.guard_approval();
grant usage on sequence measure_number to amtsweg_app;
