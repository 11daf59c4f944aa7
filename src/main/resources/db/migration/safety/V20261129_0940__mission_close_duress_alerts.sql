-- An alert by the duress word stays open until a watcher closes it, saying how: no check-in and no return ends it.

ALTER TABLE safety.mission_escalation
    ADD COLUMN closed_at    timestamptz,
    ADD COLUMN closed_by    text,
    ADD COLUMN closing_note text,
    ADD CONSTRAINT mission_escalation_closing_is_whole CHECK (num_nulls(closed_at, closed_by, closing_note) IN (0, 3)),
    ADD CONSTRAINT mission_escalation_closing_is_of_duress CHECK (closed_at IS NULL OR step = 'DURESS'),
    ADD CONSTRAINT mission_escalation_closed_by_is_short_text CHECK (length(closed_by) BETWEEN 1 AND 300);
COMMENT ON COLUMN safety.mission_escalation.closing_note IS 'How the person was found safe; encrypted';

-- What was still open when the departure was approved.
ALTER TABLE safety.mission ADD COLUMN approval_open_items integer;
COMMENT ON COLUMN safety.mission.approval_open_items IS 'Items of the checklist still open on the day of the approval';

-- Which parts of the sealed data are there, so that the checklist need not be told. Unknown for older rows: to seal again.
ALTER TABLE safety.mission_sealed
    ADD COLUMN has_medical boolean NOT NULL DEFAULT false,
    ADD COLUMN has_proof   boolean NOT NULL DEFAULT false;
