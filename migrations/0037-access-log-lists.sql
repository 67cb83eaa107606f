-- The access log is read per authority and per person, the latest first; lines of one moment are told apart by their number.
drop index access_log_authority;
create index access_log_authority on access_log (authority_id, at desc, id desc);
create index access_log_owner on access_log (owner_id, at desc, id desc);
create index access_log_officer on access_log (officer_id, at desc, id desc);
