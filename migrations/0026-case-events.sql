-- Legal events of other compartments lie in tables of their own: custody, and what gives away the day of a removal (§ 97a AufenthG).
create table custody_event (
  id uuid primary key,
  case_id uuid not null references case_file,
  owner_id text not null references authority,
  type text not null check (type ~ '^[A-Za-z0-9]+$'),
  happened_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid references officer,
  facts jsonb not null,
  corrects_id uuid references custody_event
);
create index custody_event_case on custody_event (case_id, happened_on, recorded_at);
create unique index custody_event_corrected_once on custody_event (corrects_id) where corrects_id is not null;
create trigger custody_event_append_only before update or delete on custody_event
  for each row execute function app.refuse_change();

create table schedule_event (
  id uuid primary key,
  case_id uuid not null references case_file,
  owner_id text not null references authority,
  type text not null check (type ~ '^[A-Za-z0-9]+$'),
  happened_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid references officer,
  facts jsonb not null,
  corrects_id uuid references schedule_event
);
create index schedule_event_case on schedule_event (case_id, happened_on, recorded_at);
create unique index schedule_event_corrected_once on schedule_event (corrects_id) where corrects_id is not null;
create trigger schedule_event_append_only before update or delete on schedule_event
  for each row execute function app.refuse_change();

-- A deadline that follows from such an event is seen only with that compartment: by its rule, and the maximum of custody in
-- the border procedure, which has the rule of the procedure itself, by what it is for.
create function app.deadline_compartment(rule text, key text) returns text language sql immutable parallel safe as $$
  select case
    when rule ~ '^(D2[0-7]|D29(\..+)?|D40\.detained\..+|D62\.detention)$' or key ~ '^custody(Order|Maximum)#' then 'custody'
    when rule ~ '^D50\.' then 'schedule'
    else 'legal' end
$$;
alter table case_deadline add column compartment text not null
  generated always as (app.deadline_compartment(rule, key)) stored;

-- What an event, a correction or new holidays changed: "war …, ist jetzt …, weil …". Kept, never rewritten. Whoever works on
-- the case but did not cause it is told, and acknowledges once.
create table deadline_change (
  id uuid primary key,
  case_id uuid not null references case_file,
  owner_id text not null references authority,
  key text not null,
  rule text not null,
  title text not null,
  text text not null,
  compartment text not null generated always as (app.deadline_compartment(rule, key)) stored,
  cause text not null check (cause in ('event', 'calculation')),
  event_id uuid,
  changed_at timestamptz not null default now(),
  changed_by uuid references officer,
  notify boolean not null default false,
  acknowledged_at timestamptz,
  acknowledged_by uuid references officer,
  check ((acknowledged_at is null) = (acknowledged_by is null))
);
create index deadline_change_case on deadline_change (case_id, changed_at);
create index deadline_change_open on deadline_change (owner_id, id) where notify and acknowledged_at is null;

-- With which rules and holidays the stored deadlines are counted. One row; compared at each start. While cases are counted
-- anew it says how far that has come, so that a new start goes on there.
create table deadline_basis (
  only_row boolean primary key default true check (only_row),
  version text not null,
  since timestamptz not null default now(),
  reached_owner text not null default '',
  reached_case uuid,
  renewed integer not null default 0,
  changed integer not null default 0,
  finished_at timestamptz
);
grant select, insert, update on deadline_basis to amtsweg_app;
