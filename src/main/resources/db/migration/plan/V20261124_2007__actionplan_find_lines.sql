-- Lines of plans are found by their words, whatever their accents, and by what was probably meant.
ALTER TABLE plan.actionplan_means
    ADD COLUMN search_form text NOT NULL GENERATED ALWAYS AS (' ' || platform.fold(coalesce(code, '') || ' ' || title)) STORED;
ALTER TABLE plan.actionplan_action
    ADD COLUMN search_form text NOT NULL GENERATED ALWAYS AS (' ' || platform.fold(coalesce(title, '') || ' ' || text)) STORED;
COMMENT ON COLUMN plan.actionplan_means.search_form IS 'Its code and title as they are searched';
COMMENT ON COLUMN plan.actionplan_action.search_form IS 'Its words as they are searched';
CREATE INDEX actionplan_means_by_likeness ON plan.actionplan_means USING gin (search_form gin_trgm_ops);
CREATE INDEX actionplan_action_by_likeness ON plan.actionplan_action USING gin (search_form gin_trgm_ops);
SELECT platform.audit_attach('plan.actionplan_means');
SELECT platform.audit_attach('plan.actionplan_action');
