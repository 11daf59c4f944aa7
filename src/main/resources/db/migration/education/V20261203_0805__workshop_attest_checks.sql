-- Schools decide on background checks: its day and the body that attested it are kept, and nothing else (R-EDU-4).
ALTER TABLE education.workshop_facilitator
    ADD COLUMN checked_on date,
    ADD COLUMN checked_by text,
    ADD CONSTRAINT workshop_facilitator_check_is_whole CHECK (num_nonnulls(checked_on, checked_by) IN (0, 2)),
    ADD CONSTRAINT workshop_facilitator_check_is_short CHECK (length(checked_by) BETWEEN 1 AND 200);
COMMENT ON COLUMN education.workshop_facilitator.checked_by IS 'The school or service that attested the background check';
