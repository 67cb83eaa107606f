-- Import of the spreadsheet (staged rows, resumable), saved views of the work queue, report runs.
create table import_batch (
  id uuid primary key,
  owner_id text not null references authority,
  officer_id uuid not null references officer,
  file_name text not null check (length(file_name) between 1 and 200),
  sha256 bytea not null,
  status text not null check (status in ('reading', 'mapping', 'judging', 'judged', 'running', 'done', 'failed', 'discarded')),
  header text[] not null default '{}',
  mapping jsonb,
  notes text[] not null default '{}',
  row_count integer not null default 0,
  judged_count integer not null default 0,
  applied_count integer not null default 0,
  failure text,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
create index import_batch_owner on import_batch (owner_id, created_at desc);

create table import_row (
  batch_id uuid not null references import_batch,
  row_no integer not null,
  owner_id text not null references authority,
  cells text[] not null,
  verdict text check (verdict in ('new', 'update', 'unchanged', 'question', 'error')),
  errors jsonb not null default '[]',
  draft jsonb,
  applied_at timestamptz,
  case_id uuid references case_file,
  primary key (batch_id, row_no)
);
create index import_row_verdict on import_row (batch_id, verdict, row_no);

create table saved_view (
  id uuid primary key,
  officer_id uuid not null references officer,
  name text not null check (length(name) between 1 and 80),
  query text not null check (length(query) <= 1000),
  unique (officer_id, name)
);

create sequence report_number;
create table report_run (
  id uuid primary key,
  number integer not null default nextval('report_number'),
  owner_id text not null references authority,
  report text not null,
  parameters jsonb not null,
  as_of date not null,
  result jsonb not null,
  run_by uuid not null references officer,
  run_at timestamptz not null default now(),
  released boolean not null default false
);
create index report_run_owner on report_run (owner_id, run_at desc);
grant usage on sequence report_number to amtsweg_app;
