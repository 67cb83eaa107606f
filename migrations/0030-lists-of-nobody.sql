-- The cases of nobody in each order of the list, and the cases of one official by date: an index range with "is null" does
-- not promise an order to the planner, and walking all cases of an authority for those of one official has no bound.
create index case_list_free_number on case_list (owner_id, file_number) where responsible_officer_id is null;
create index case_list_free_since on case_list (owner_id, since_key, case_id) where responsible_officer_id is null;
create index case_list_free_due on case_list (owner_id, due_key, case_id) where responsible_officer_id is null;
create index case_list_officer_since on case_list (owner_id, responsible_officer_id, since_key, case_id);
create index case_list_officer_due on case_list (owner_id, responsible_officer_id, due_key, case_id);

-- In the whole order of the work queue, so that its first line is read and not sorted out.
drop index measure_open;
create index measure_step on measure (owner_id, status, status_at, id);
