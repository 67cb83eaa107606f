-- Duties without a day are read in the order of their arrival; the id belongs into the index.
create index reattempt_duty_turn on reattempt_duty (owner_id, due_on, id) where resolved_on is null;
-- The answers of the cases of one official.
create index gate_answer_expiry_case on gate_answer (case_id, expires_on) where expires_on is not null;
