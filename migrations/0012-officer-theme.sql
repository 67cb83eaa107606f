-- Light or dark, as the officer chose; empty follows the system.
alter table officer add column theme text check (theme in ('light', 'dark'));
