-- The last act of an officer in the work queue, for „Rückgängig“: only acts without legal effect, identifiers only. One row
-- an officer; a newer act takes its place, and undoing takes it away. What was done and undone stands in the journal.
create table last_act (
  officer_id uuid primary key references officer,
  kind text not null check (kind in ('assigned', 'resubmissionSet', 'resubmissionClosed')),
  -- assigned: [{"id": case, "from": officer or null}], with "to" beside it; the others: [{"id": resubmission}]
  entries jsonb not null check (jsonb_typeof(entries) = 'array' and jsonb_array_length(entries) <= 100),
  assigned_to uuid references officer,
  done_at timestamptz not null,
  check ((kind = 'assigned') = (assigned_to is not null))
);

-- As before (0023), and without an officer: then the cases are with nobody again, as they were.
create or replace function app.assign_cases(cases uuid[], officer uuid, seen_version integer default null)
  returns setof uuid language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (app.role() in ('caseworker', 'supervisor')) is not true then
    raise exception 'role % does not assign cases', app.role() using errcode = '42501';
  end if;
  if assign_cases.officer is not null and not exists (select from officer o where o.id = assign_cases.officer
      and o.authority_id = app.authority() and o.roles && array['caseworker', 'supervisor']) then
    raise exception 'officer does not handle cases of this authority' using errcode = '42501';
  end if;
  return query update case_file c set responsible_officer_id = assign_cases.officer, version = c.version + 1
    where c.id = any(cases) and c.owner_id = app.authority()
      and c.responsible_officer_id is distinct from assign_cases.officer
      and (seen_version is null or c.version = seen_version)
    returning c.id;
end $$;
