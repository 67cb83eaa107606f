-- The work queue: every source is read in the order of its legal date, never sorted as a whole.
-- By rule, because claim periods and the like are watched and not done: without the rule the queue would read past them.
create index case_deadline_by_rule on case_deadline (owner_id, rule, operational_end, case_id, key)
  where status = 'running';
create index request_turn on request (owner_id, waiting_for, answer_due_at, id)
  where closed_at is null and waiting_for is not null;
create index gate_answer_expiry on gate_answer (owner_id, expires_on, id) where expires_on is not null;
create index stop_recipient_owner_open on stop_recipient (owner_id) where confirmed_at is null;
