-- Requests between authorities: one envelope for every type, its dialogue, its disclosure ledger, its attachments.
create sequence request_number;
create table request (
  id uuid primary key,
  number text not null unique,
  type text not null,
  case_id uuid not null references case_file,
  measure_id uuid references measure,
  owner_id text not null references authority,
  addressee_id text not null references authority,
  addressee_capacity text not null,
  mediator_id text references authority,
  status text not null default 'draft',
  state jsonb not null,
  waiting_for text check (waiting_for in ('owner', 'addressee', 'mediator')),
  waiting_since timestamptz,
  answer_due_at timestamptz,
  created_by uuid not null references officer,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  closed_at timestamptz,
  version integer not null default 1,
  check (owner_id <> addressee_id)
);
create index request_inbox on request (addressee_id, status, waiting_since);
create index request_mediation on request (mediator_id, status) where mediator_id is not null;
create index request_outbox on request (owner_id, status, waiting_since);
create index request_due on request (owner_id, answer_due_at) where closed_at is null and answer_due_at is not null;
create index request_case on request (case_id);
create index request_measure on request (measure_id);

-- The addressee answers; it never rewrites who asked whom about which case.
create function app.guard_request() returns trigger language plpgsql as $$
begin
  if (new.id, new.number, new.type, new.case_id, new.measure_id, new.owner_id, new.created_by, new.created_at)
     is distinct from (old.id, old.number, old.type, old.case_id, old.measure_id, old.owner_id, old.created_by, old.created_at)
    or (old.status <> 'draft' and new.addressee_id <> old.addressee_id)
    or (old.sent_at is not null and new.sent_at is distinct from old.sent_at)
    or old.closed_at is not null and new.closed_at is null
  then raise exception 'envelope of a request never changes' using errcode = '55000';
  end if;
  return new;
end $$;
create trigger request_guard before update on request for each row execute function app.guard_request();

-- Parties follow the request and nothing else: the addressee from sending, the mediator from the call for mediation,
-- all of them until the request is over. No program opens or ends a part by itself.
create function app.follow_request() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
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
end $$;
create trigger request_parties after insert or update on request for each row execute function app.follow_request();

-- Whether the acting authority was ever asked by this request, or mediates in it.
create function app.takes_part(request_id uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select exists (select from request r where r.id = request_id and r.status <> 'draft'
    and (r.addressee_id = app.authority() or r.mediator_id = app.authority()))
$$;
-- Requests through which the acting authority is a party right now.
create function app.open_requests() returns setof uuid language sql stable security definer
  set search_path = public, pg_temp as $$
  select p.request_id from case_party p
  where p.authority_id = app.authority() and p.capacity = app.role() and p.ended_at is null
$$;
revoke all on function app.takes_part, app.open_requests from public;
grant execute on function app.takes_part, app.open_requests to amtsweg_app;

-- What the type adds, valid against the schema that the type registers. Readable only while the request is open.
create table request_content (
  request_id uuid primary key references request,
  case_id uuid not null references case_file,
  owner_id text not null references authority,
  content jsonb not null,
  version integer not null default 1
);

create table request_entry (
  id uuid primary key,
  request_id uuid not null references request,
  owner_id text not null references authority,
  kind text not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  officer_id uuid references officer,
  officer_name text not null,
  authority_id text not null references authority,
  text text not null default '' check (length(text) <= 4000),
  data jsonb not null default '{}'
);
create index request_entry_request on request_entry (request_id, recorded_at);
create trigger request_entry_append_only before update or delete on request_entry
  for each row execute function app.refuse_change();

-- Disclosure ledger: which fields went to whom, when, on which legal basis.
create table disclosure (
  id uuid primary key,
  request_id uuid not null references request,
  case_id uuid not null references case_file,
  owner_id text not null references authority,
  recipient_id text not null references authority,
  disclosed_at timestamptz not null default now(),
  compartment text not null,
  fields text[] not null check (cardinality(fields) > 0),
  legal_basis text not null
);
create index disclosure_case on disclosure (owner_id, case_id, disclosed_at);
create index disclosure_request on disclosure (request_id);
create trigger disclosure_append_only before update or delete on disclosure
  for each row execute function app.refuse_change();

create table attachment (
  id uuid primary key,
  request_id uuid not null references request,
  case_id uuid not null references case_file,
  owner_id text not null references authority,
  kind text not null check (kind in ('searchWarrant', 'custodyOrder', 'other')),
  title text not null check (length(title) between 1 and 200),
  file_name text not null check (length(file_name) between 1 and 200),
  media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
  size integer not null check (size between 1 and 20971520),
  sha256 bytea not null check (length(sha256) = 32),
  content bytea not null,
  scan text not null check (scan in ('clean', 'noScanner')),
  added_by uuid not null references officer,
  added_at timestamptz not null default now(),
  removed_at timestamptz
);
create index attachment_request on attachment (request_id);

create table hazard_assessment (
  id uuid primary key,
  case_id uuid not null references case_file,
  measure_id uuid not null references measure,
  owner_id text not null references authority,
  status text not null check (status in ('draft', 'final')),
  sources jsonb not null default '{}',
  finalised_at timestamptz,
  finalised_by uuid references officer,
  version integer not null default 1,
  check ((status = 'final') = (finalised_at is not null))
);
create index hazard_assessment_measure on hazard_assessment (measure_id);

create table hazard_finding (
  id uuid primary key,
  assessment_id uuid not null references hazard_assessment,
  case_id uuid not null references case_file,
  owner_id text not null references authority,
  finding jsonb not null,
  expires_on date,
  added_by uuid not null references officer,
  added_at timestamptz not null default now()
);
create index hazard_finding_assessment on hazard_finding (assessment_id, added_at);
grant usage on sequence request_number to amtsweg_app;
