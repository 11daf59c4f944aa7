-- What is left to do for a record, for its page.
CREATE VIEW plan.checklist_open_item AS
SELECT kind, subject, position, label, owner, due_on FROM plan.checklist_item WHERE done_on IS NULL AND code IS NULL;
COMMENT ON VIEW plan.checklist_open_item IS 'The items that people have still to complete';
REVOKE INSERT, UPDATE, DELETE ON plan.checklist_open_item FROM ${application};
