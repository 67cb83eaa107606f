-- Public reference data: municipalities, states, competences. Loaded from data/reference by `amtsweg migrate`.
create table municipality (
  ags text primary key check (ags ~ '^[0-9]{8}$'),
  name text not null,
  official_name text not null,
  kind text not null,
  district_key text not null,
  district_name text not null,
  land text not null,
  postcode text,
  lat double precision,
  lon double precision
);
create index municipality_name on municipality (lower(name) text_pattern_ops);

create table postcode_place (
  postcode text not null check (postcode ~ '^[0-9]{5}$'),
  place text not null,
  ags text references municipality,
  district_key text not null
);
create index postcode_place_postcode on postcode_place (postcode);

-- Which authority is competent for a municipality, by duty. Police districts do not follow the districts (KPB-VO).
create table competence (
  ags text not null references municipality,
  duty text not null check (duty in ('immigration', 'central', 'police')),
  authority_id text not null references authority,
  reason text not null,
  norm text not null,
  primary key (ags, duty)
);

create table state (
  alpha2 text primary key check (alpha2 ~ '^[A-Z]{2}$'),
  alpha3 text not null,
  name text not null,
  destatis_key text,
  nationality text,
  eu boolean not null,
  dublin boolean not null
);

create table nationality (
  key text primary key check (key ~ '^[0-9]{3}$'),
  label text not null,
  alpha2 text
);

create table reference_load (
  name text primary key,
  checksum text not null,
  rows integer not null,
  loaded_at timestamptz not null default now()
);

-- Gates and moves of a measure as the domain publishes them; app.guard_measure() holds them against any writer.
create table gate (
  id text primary key check (id ~ '^G[0-9]{2}$'),
  title text not null,
  norm text not null,
  at_schedule boolean not null,
  at_execution boolean not null,
  derived boolean not null
);
create table measure_move (
  from_status text not null,
  to_status text not null,
  primary key (from_status, to_status)
);
grant select on municipality, postcode_place, competence, state, nationality, gate, measure_move to amtsweg_app;
