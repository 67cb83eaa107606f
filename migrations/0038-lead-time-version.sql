-- Two supervisors on one lead time: the second is told instead of overwriting the first.
alter table lead_time add column version integer not null default 1;
