-- Which authorities a case is open with, for the filter of the work queue: found by jumping from one to the next.
create index request_open_with on request (owner_id, addressee_id, case_id) where closed_at is null;
