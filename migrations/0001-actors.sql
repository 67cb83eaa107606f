-- Who acts: the settings of a transaction (authority, role, officer), officers, sessions.
-- amtsweg_owner owns everything and never signs in from outside; amtsweg_app owns nothing and obeys row-level security.
create schema app;
grant usage on schema app to amtsweg_app;

-- set_config(…, true) leaves '' behind on a pooled connection, hence nullif.
create function app.authority() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('amtsweg.authority', true), '') $$;
create function app.role() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('amtsweg.role', true), '') $$;
create function app.officer() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('amtsweg.officer', true), '')::uuid $$;

create function app.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % is append-only', tg_table_name using errcode = '55000';
end $$;

create table authority (
  id text primary key check (id ~ '^[A-Z0-9-]{3,40}$'),
  kind text not null,
  name text not null check (length(name) between 3 and 200),
  place text,
  ags text,
  land text not null,
  parent_id text references authority,
  phone_day text,
  phone_night text,
  evidence text not null,
  confidence text not null check (confidence in ('hoch', 'mittel', 'gering', 'regel')),
  active boolean not null default true
);

create table officer (
  id uuid primary key,
  issuer text not null,
  subject text not null,
  display_name text not null check (length(display_name) between 1 and 200),
  authority_id text not null references authority,
  roles text[] not null,
  phone text,
  single_keys text not null default 'lists' check (single_keys in ('off', 'lists', 'everywhere')),
  density text not null default 'comfortable' check (density in ('comfortable', 'compact')),
  last_seen_at timestamptz not null default now(),
  unique (issuer, subject)
);
create index officer_authority on officer (authority_id, display_name);

create table session (
  token_hash bytea primary key check (length(token_hash) = 32),
  officer_id uuid not null references officer,
  authority_id text not null references authority,
  role text not null,
  id_token text,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_officer on session (officer_id);
create index session_expiry on session (expires_at);

-- Sign-in in progress: state, nonce and PKCE verifier wait here until the provider sends the browser back.
create table sign_in_attempt (
  state text primary key,
  nonce text not null,
  verifier text not null,
  return_to text not null,
  created_at timestamptz not null default now()
);

create table idempotency_key (
  officer_id uuid not null references officer,
  key text not null check (length(key) between 8 and 200),
  request_hash bytea not null,
  status integer,
  body text,
  location text,
  created_at timestamptz not null default now(),
  primary key (officer_id, key)
);

grant select on authority to amtsweg_app;
grant select, insert, update on officer to amtsweg_app;
grant select, insert, update, delete on session, sign_in_attempt, idempotency_key to amtsweg_app;
