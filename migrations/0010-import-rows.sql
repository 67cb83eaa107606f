-- Import: what a row asks and notes, and which case it became. Column texts of a row end when the row is taken over.
alter table import_row add column question jsonb;
alter table import_row add column notes jsonb not null default '[]';
create index import_row_case on import_row (case_id) where case_id is not null;

-- Spelling by which file numbers are compared: "31.30 - 0147" and "31.30-0147" are one case, never two.
alter table case_file add column file_number_key text not null
  generated always as (translate(file_number, 'abcdefghijklmnopqrstuvwxyz ', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')) stored;
create unique index case_file_number_key on case_file (owner_id, file_number_key);
