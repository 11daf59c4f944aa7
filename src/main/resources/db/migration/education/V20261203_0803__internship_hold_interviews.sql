-- An interview of a candidate, after the blind readings and before the choice; destroyed with the scores (R-EDU-8).
CREATE TABLE education.internship_interview (
    id          uuid NOT NULL,
    application uuid NOT NULL,
    held_on     date NOT NULL,
    held_by     text NOT NULL,
    note        text NOT NULL,
    CONSTRAINT internship_interview_pk PRIMARY KEY (id),
    CONSTRAINT internship_interview_application_fk FOREIGN KEY (application) REFERENCES education.internship_application (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT internship_interview_is_one UNIQUE (application),
    CONSTRAINT internship_interview_texts_are_bounded CHECK (length(held_by) BETWEEN 1 AND 200 AND length(note) <= 2000)
);
COMMENT ON TABLE education.internship_interview IS 'What the committee notes of an interview; destroyed with the scores';

-- Hours of training before the departure, counted towards sixty (R-SEC-6).
CREATE TABLE education.internship_training (
    id          uuid          NOT NULL,
    application uuid          NOT NULL,
    day         date          NOT NULL,
    title       text          NOT NULL,
    hours       numeric(4, 2) NOT NULL,
    CONSTRAINT internship_training_pk PRIMARY KEY (id),
    CONSTRAINT internship_training_application_fk FOREIGN KEY (application) REFERENCES education.internship_application (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT internship_training_hours_are_few CHECK (hours > 0 AND hours <= 40),
    CONSTRAINT internship_training_title_is_short CHECK (length(title) BETWEEN 1 AND 200)
);
COMMENT ON TABLE education.internship_training IS 'A meeting that prepares an intern for the departure';
CREATE INDEX internship_training_by_application ON education.internship_training (application, day);
SELECT platform.audit_attach('education.internship_training');
