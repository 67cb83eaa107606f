-- Lead times of the authority for the critical path of a measure. None is published (domain.md 3.2): there is no default,
-- and without a row the last useful day is "noch nicht eingestellt".
create table lead_time (
  owner_id text not null references authority,
  -- A kind of request, or a preparatory step.
  step text not null check (step ~ '^[A-Za-z]{3,40}$'),
  days integer not null check (days between 0 and 400),
  unit text not null check (unit in ('workingDays', 'calendarDays')),
  -- Where the number comes from: an in-house rule, an agreement, a letter of the receiving state.
  source text not null check (length(source) between 3 and 500),
  changed_by uuid not null references officer,
  changed_at timestamptz not null default now(),
  primary key (owner_id, step)
);
