-- An agreement is closed once nothing lacks, or with the reason why something does.
ALTER TABLE resources.grant_agreement
    ADD COLUMN closed_on    date,
    ADD COLUMN closing_note text NOT NULL DEFAULT '',
    ADD CONSTRAINT grant_agreement_closing_note_is_of_a_closed_one
        CHECK (length(closing_note) <= 1000 AND (closed_on IS NOT NULL OR closing_note = ''));
COMMENT ON COLUMN resources.grant_agreement.closed_on IS 'Since when nothing is to be done about it; null while it runs';
COMMENT ON COLUMN resources.grant_agreement.closing_note IS 'What lacked when it was closed, and why; may be empty';
