-- Letters to facilitators: one row for each, with what it tells.

CREATE TABLE education.workshop_facilitator_letter (
    id          uuid NOT NULL,
    session     uuid NOT NULL,
    facilitator uuid NOT NULL,
    kind        text NOT NULL,
    day         date NOT NULL,
    begins      text,
    place       text NOT NULL,
    CONSTRAINT workshop_facilitator_letter_pk PRIMARY KEY (id),
    CONSTRAINT workshop_facilitator_letter_session_fk FOREIGN KEY (session) REFERENCES education.workshop_session (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT workshop_facilitator_letter_facilitator_fk FOREIGN KEY (facilitator)
        REFERENCES education.workshop_facilitator (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT workshop_facilitator_letter_kind_is_known CHECK (kind IN ('AGREED', 'MOVED', 'CANCELLED', 'RELEASED')),
    CONSTRAINT workshop_facilitator_letter_texts_are_bounded CHECK (length(place) <= 300 AND length(begins) <= 5)
);
COMMENT ON TABLE education.workshop_facilitator_letter IS 'A letter to a facilitator about a session, and the date, time and place that it tells';
CREATE INDEX workshop_facilitator_letter_by_session ON education.workshop_facilitator_letter (session, facilitator);
CREATE INDEX workshop_facilitator_letter_by_facilitator ON education.workshop_facilitator_letter (facilitator);
SELECT platform.audit_attach('education.workshop_facilitator_letter');
