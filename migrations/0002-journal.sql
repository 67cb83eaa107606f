-- The journal: one hash chain per authority, append-only, written only through app.record_change().
-- Each hash covers the hash before it and every column of its row, so any later delete, change, insertion or
-- reordering breaks the chain at that row (`amtsweg verify-journal`).
create table journal_chain (
  chain text primary key references authority,
  last_seq bigint not null,
  last_hash bytea not null
);

create table journal (
  chain text not null references authority,
  seq bigint not null check (seq > 0),
  recorded_at timestamptz not null,
  officer_id uuid references officer,
  actor_authority text references authority,
  actor_role text,
  subject text not null check (subject ~ '^[a-z-]+:[A-Za-z0-9./-]+$'),
  case_id uuid,
  event text not null check (event ~ '^[A-Za-z]+$'),
  data text not null check (length(data) <= 20000),
  previous_hash bytea not null,
  hash bytea not null check (length(hash) = 32),
  primary key (chain, seq)
);
create index journal_case on journal (case_id, chain, seq) where case_id is not null;
create index journal_time on journal (chain, recorded_at);
create trigger journal_append_only before update or delete or truncate on journal
  for each statement execute function app.refuse_change();

-- The exact text that is hashed; `verify-journal` builds the same in Node. Only `data` may hold line breaks, it is last.
create function app.journal_text(j journal) returns text language sql immutable as $$
  select concat_ws(E'\n', encode(j.previous_hash, 'hex'), j.chain, j.seq::text,
    to_char(j.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    coalesce(j.officer_id::text, '-'), coalesce(j.actor_authority, '-'), coalesce(j.actor_role, '-'),
    j.subject, coalesce(j.case_id::text, '-'), j.event, j.data)
$$;

-- One call a change: journal rows (sorted by chain, so that two changes cannot wait for each other), jobs, announcements.
create function app.record_change(entries jsonb, jobs jsonb, announcements text[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  entry jsonb; head journal_chain; line journal; job jsonb; note text;
begin
  for entry in select e from jsonb_array_elements(entries) with ordinality as t(e, n) order by e->>'chain', n loop
    insert into journal_chain values (entry->>'chain', 0, '\x'::bytea) on conflict do nothing;
    select * into head from journal_chain where chain = entry->>'chain' for update;
    line := row(head.chain, head.last_seq + 1, clock_timestamp(), app.officer(), app.authority(), app.role(),
      entry->>'subject', (entry->>'caseId')::uuid, entry->>'event', entry->>'data', head.last_hash, null)::journal;
    line.hash := sha256(convert_to(app.journal_text(line), 'UTF8'));
    insert into journal select (line).*;
    update journal_chain set last_seq = line.seq, last_hash = line.hash where chain = line.chain;
  end loop;
  for job in select * from jsonb_array_elements(jobs) loop
    perform graphile_worker.add_job(job->>'name', (job->'payload')::json,
      run_at => coalesce((job->>'runAt')::timestamptz, now()), max_attempts => 12, job_key => job->>'key');
  end loop;
  foreach note in array announcements loop
    perform pg_notify('amtsweg', note);
  end loop;
end $$;
revoke all on function app.record_change from public;
grant execute on function app.record_change to amtsweg_app;

create table access_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  officer_id uuid not null references officer,
  authority_id text not null references authority,
  role text not null,
  owner_id text references authority,
  case_id uuid,
  what text not null check (length(what) between 1 and 200),
  purpose text not null check (length(purpose) between 1 and 200),
  hits integer not null default 1
);
create index access_log_case on access_log (owner_id, case_id, at desc);
create index access_log_authority on access_log (authority_id, at desc);
create index access_log_time on access_log (at);
create trigger access_log_append_only before update or truncate on access_log
  for each statement execute function app.refuse_change();

-- What an officer of another authority, or a colleague without responsibility, gave as purpose on opening a case.
create table access_purpose (
  officer_id uuid not null references officer,
  case_id uuid not null,
  purpose text not null check (length(purpose) between 3 and 200),
  stated_at timestamptz not null default now(),
  primary key (officer_id, case_id)
);
