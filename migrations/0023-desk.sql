-- The desk of a caseworker: resubmissions (Wiedervorlagen), deputies with a first and a last day, assignment of cases.

-- A reminder with reason that a case comes back on a day. It belongs to the case: whoever is responsible then, gets it.
-- It never hides a legal deadline, and closing it has no legal effect.
create table resubmission (
  id uuid primary key,
  case_id uuid not null references case_file,
  owner_id text not null references authority,
  due_on date not null,
  note text not null check (length(note) between 3 and 500),
  created_by uuid not null references officer,
  created_at timestamptz not null default now(),
  closed_at timestamptz,
  closed_by uuid references officer,
  result text check (length(result) between 3 and 500),
  check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (result is null))
);
create index resubmission_due on resubmission (owner_id, due_on, id) where closed_at is null;
create index resubmission_case on resubmission (case_id, due_on);

-- Who stands in for whom, and until when: an absence starts and ends by its days, nobody has to remember to end it.
create table deputy (
  id uuid primary key,
  owner_id text not null references authority,
  officer_id uuid not null references officer,
  deputy_id uuid not null references officer,
  from_on date not null,
  until_on date not null,
  set_by uuid not null references officer,
  set_at timestamptz not null default now(),
  check (officer_id <> deputy_id),
  check (until_on >= from_on and until_on <= from_on + 366)
);
create index deputy_of on deputy (owner_id, deputy_id, until_on);
create index deputy_for on deputy (owner_id, officer_id, until_on);

-- Who is responsible is organisation, not person data: supervisors assign although they only read the identity
-- compartment (data/access-matrix.json, acts). One column of cases of the own authority, to an officer of it.
create function app.assign_cases(cases uuid[], officer uuid, seen_version integer default null) returns setof uuid
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (app.role() in ('caseworker', 'supervisor')) is not true then
    raise exception 'role % does not assign cases', app.role() using errcode = '42501';
  end if;
  if not exists (select from officer o where o.id = assign_cases.officer and o.authority_id = app.authority()
      and o.roles && array['caseworker', 'supervisor']) then
    raise exception 'officer does not handle cases of this authority' using errcode = '42501';
  end if;
  return query update case_file c set responsible_officer_id = assign_cases.officer, version = c.version + 1
    where c.id = any(cases) and c.owner_id = app.authority()
      and c.responsible_officer_id is distinct from assign_cases.officer
      and (seen_version is null or c.version = seen_version)
    returning c.id;
end $$;
revoke all on function app.assign_cases from public;
grant execute on function app.assign_cases to amtsweg_app;
