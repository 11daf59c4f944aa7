-- Facilitators keep notes of a session, for the next version of the outline (R-EDU-1).
ALTER TABLE education.workshop_session
    ADD COLUMN notes text NOT NULL DEFAULT '',
    ADD CONSTRAINT workshop_session_notes_are_bounded CHECK (length(notes) <= 4000);
COMMENT ON COLUMN education.workshop_session.notes IS 'What its facilitators note for the next version; it names no participant';
