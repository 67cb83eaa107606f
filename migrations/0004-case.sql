-- The case: one table a compartment (domain.md 5.5). Every hot table carries owner_id, every hot query filters by it.
create table family_unit (
  id uuid primary key,
  owner_id text not null references authority,
  label text not null check (length(label) between 1 and 100),
  unique (owner_id, label)
);

create table case_file (
  id uuid primary key,
  owner_id text not null references authority,
  file_number text not null check (length(file_number) between 1 and 50),
  family_unit_id uuid references family_unit,
  municipality_ags text references municipality,
  responsible_officer_id uuid references officer,
  language text check (length(language) <= 100),
  import_fingerprint text,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (owner_id, file_number)
);
create index case_file_family on case_file (family_unit_id) where family_unit_id is not null;
create index case_file_officer on case_file (owner_id, responsible_officer_id);

create table person_identity (
  case_id uuid primary key references case_file,
  owner_id text not null references authority,
  family_name text not null check (length(family_name) between 1 and 200),
  given_names text not null default '' check (length(given_names) <= 200),
  birth_name text check (length(birth_name) <= 200),
  birth_date text check (birth_date ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  nationalities text[] not null default '{}',
  original_script text check (length(original_script) <= 200),
  version integer not null default 1
);

create table person_alias (
  id uuid primary key,
  case_id uuid not null references case_file,
  owner_id text not null references authority,
  name text not null check (length(name) between 1 and 200),
  source text not null check (length(source) between 1 and 200)
);
create index person_alias_case on person_alias (case_id);

-- Search words in Suchform (upper-case ASCII). Range search on collate "C" is leakproof, so it stays fast under policies.
create table search_token (
  owner_id text not null references authority,
  token text collate "C" not null check (token ~ '^[A-Z0-9./-]{1,80}$'),
  case_id uuid not null references case_file,
  kind text not null check (kind in ('name', 'birthName', 'alias', 'fileNumber', 'place')),
  primary key (owner_id, token, case_id, kind)
);
create index search_token_case on search_token (case_id);

create table case_address (
  case_id uuid primary key references case_file,
  owner_id text not null references authority,
  street text check (length(street) <= 200),
  house_number text check (length(house_number) <= 20),
  room text check (length(room) <= 50),
  postcode text check (postcode ~ '^[0-9]{5}$'),
  place text check (length(place) <= 100),
  ags text references municipality,
  facility text check (length(facility) <= 200),
  version integer not null default 1
);

-- Facts with two times: when it happened, when it was recorded. Wrong facts are corrected by a counter-event.
create table legal_event (
  id uuid primary key,
  case_id uuid not null references case_file,
  owner_id text not null references authority,
  type text not null check (type ~ '^[A-Za-z0-9]+$'),
  happened_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid references officer,
  facts jsonb not null,
  corrects_id uuid references legal_event
);
create index legal_event_case on legal_event (case_id, happened_on, recorded_at);
create unique index legal_event_corrected_once on legal_event (corrects_id) where corrects_id is not null;
create trigger legal_event_append_only before update or delete on legal_event
  for each row execute function app.refuse_change();

-- Enforceability as derived from the events; a cache that the same change renews, never typed in.
create table case_standing (
  case_id uuid primary key references case_file,
  owner_id text not null references authority,
  state text not null,
  since date,
  until date,
  derivation jsonb not null,
  derived_on date not null
);
create index case_standing_until on case_standing (owner_id, until) where until is not null;
create index case_standing_state on case_standing (owner_id, state, since);

create table obstacle (
  id uuid primary key,
  case_id uuid not null references case_file,
  owner_id text not null references authority,
  type text not null,
  blocking boolean not null,
  suspension_reason text,
  opened_on date not null,
  opened_by uuid not null references officer,
  opened_reason text not null check (length(opened_reason) between 3 and 2000),
  review_on date,
  closed_on date,
  closed_by uuid references officer,
  closed_reason text check (length(closed_reason) between 3 and 2000),
  version integer not null default 1,
  check ((closed_on is null) = (closed_reason is null) and (closed_on is null) = (closed_by is null)),
  check (closed_on is null or closed_on >= opened_on)
);
create index obstacle_case on obstacle (case_id) where closed_on is null;
create index obstacle_review on obstacle (owner_id, review_on) where closed_on is null and review_on is not null;

create table voluntary_return (
  id uuid primary key,
  case_id uuid not null references case_file,
  owner_id text not null references authority,
  status text not null,
  offered_on date not null,
  state jsonb not null,
  version integer not null default 1
);
create index voluntary_return_case on voluntary_return (case_id);

create table case_deadline (
  case_id uuid not null references case_file,
  owner_id text not null references authority,
  key text not null,
  rule text not null,
  title text not null,
  start_event_id uuid,
  legal_end date not null,
  operational_end date not null,
  status text not null check (status in ('running', 'ended')),
  details jsonb not null,
  primary key (case_id, key)
);
create index case_deadline_due on case_deadline (owner_id, operational_end) where status = 'running';

-- Parties: an authority sees a case only while it is owner or has an open part in it.
create table case_party (
  id uuid primary key,
  case_id uuid not null references case_file,
  owner_id text not null references authority,
  authority_id text not null references authority,
  capacity text not null,
  request_id uuid not null,
  since timestamptz not null default now(),
  ended_at timestamptz
);
create index case_party_open on case_party (authority_id, capacity, case_id) where ended_at is null;
create index case_party_case on case_party (case_id) where ended_at is null;
create index case_party_request on case_party (request_id);

create function app.party_cases() returns setof uuid language sql stable security definer
  set search_path = public, pg_temp as $$
  select case_id from case_party
  where authority_id = app.authority() and capacity = app.role() and ended_at is null
$$;
revoke all on function app.party_cases from public;
grant execute on function app.party_cases to amtsweg_app;

-- A party may end its own part, nothing else: a stored part never changes and never opens again.
create function app.guard_party() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null or new.ended_at is null
    or (new.id, new.case_id, new.owner_id, new.authority_id, new.capacity, new.request_id, new.since)
       is distinct from (old.id, old.case_id, old.owner_id, old.authority_id, old.capacity, old.request_id, old.since)
  then raise exception 'a party can only be ended' using errcode = '55000';
  end if;
  return new;
end $$;
create trigger case_party_only_ends before update on case_party for each row execute function app.guard_party();
