-- Narrative reports to funders: sections in the funder's words, the facts inserted in them, and the passages that speak
-- of a partner, with the partner's answer.

CREATE TABLE cooperation.narrative_report (
    id           uuid        NOT NULL,
    version      integer     NOT NULL DEFAULT 1,
    project      uuid        NOT NULL,
    due          uuid,
    funder       uuid,
    title        text        NOT NULL,
    language     text        NOT NULL,
    starts_on    date        NOT NULL,
    ends_on      date        NOT NULL,
    state        text        NOT NULL DEFAULT 'DRAFT',
    submitted_by uuid,
    approved_by  uuid,
    approved_at  timestamptz,
    digest       text,
    filed_on     date,
    search_form  text        NOT NULL GENERATED ALWAYS AS (' ' || platform.fold(title)) STORED,
    CONSTRAINT narrative_report_pk PRIMARY KEY (id),
    CONSTRAINT narrative_report_project_fk FOREIGN KEY (project) REFERENCES cooperation.project (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT narrative_report_due_fk FOREIGN KEY (due) REFERENCES resources.grant_agreement_due (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT narrative_report_funder_fk FOREIGN KEY (funder) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT narrative_report_title_is_short_text CHECK (length(title) BETWEEN 1 AND 300),
    CONSTRAINT narrative_report_language_is_spoken CHECK (language IN ('fr', 'en')),
    CONSTRAINT narrative_report_days_in_order CHECK (starts_on <= ends_on),
    CONSTRAINT narrative_report_state_is_known CHECK (state IN ('DRAFT', 'SUBMITTED', 'APPROVED', 'FILED')),
    CONSTRAINT narrative_report_approval_is_whole CHECK ((state IN ('APPROVED', 'FILED')) =
        (num_nonnulls(approved_by, approved_at, digest) = 3)),
    CONSTRAINT narrative_report_filed_has_its_day CHECK ((state = 'FILED') = (filed_on IS NOT NULL)),
    CONSTRAINT narrative_report_digest_is_a_hash CHECK (digest ~ '^[0-9a-f]{64}$')
);
COMMENT ON TABLE cooperation.narrative_report IS 'A report in words to a funder; filed, it is in plan.filing';
COMMENT ON COLUMN cooperation.narrative_report.due IS 'The deliverable of an agreement that it is handed in for';
COMMENT ON COLUMN cooperation.narrative_report.digest IS 'Hash of the text that was approved; filing refuses another';
CREATE INDEX narrative_report_by_project ON cooperation.narrative_report (project);
CREATE INDEX narrative_report_by_due ON cooperation.narrative_report (due);
CREATE INDEX narrative_report_by_funder ON cooperation.narrative_report (funder);
CREATE INDEX narrative_report_by_search ON cooperation.narrative_report USING gin (search_form gin_trgm_ops);
SELECT platform.audit_attach('cooperation.narrative_report');

CREATE TABLE cooperation.narrative_section (
    id          uuid    NOT NULL,
    version     integer NOT NULL DEFAULT 1,
    report      uuid    NOT NULL,
    position    integer NOT NULL,
    heading     text    NOT NULL,
    instruction text    NOT NULL DEFAULT '',
    most        integer,
    unit        text,
    body        text    NOT NULL DEFAULT '',
    previous    uuid,
    CONSTRAINT narrative_section_pk PRIMARY KEY (id),
    CONSTRAINT narrative_section_report_fk FOREIGN KEY (report) REFERENCES cooperation.narrative_report (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT narrative_section_previous_fk FOREIGN KEY (previous) REFERENCES cooperation.narrative_section (id)
        ON DELETE SET NULL DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT narrative_section_unit_is_known CHECK (unit IN ('WORDS', 'CHARACTERS', 'CHARACTERS_WITHOUT_SPACES')),
    CONSTRAINT narrative_section_limit_has_its_unit CHECK ((most IS NULL) = (unit IS NULL)),
    CONSTRAINT narrative_section_limit_is_possible CHECK (most BETWEEN 1 AND 100000),
    CONSTRAINT narrative_section_texts_are_bounded CHECK (length(heading) BETWEEN 1 AND 300
        AND length(instruction) <= 2000 AND length(body) <= 40000)
);
COMMENT ON TABLE cooperation.narrative_section IS 'A section of a report, in the words of the funder, with its text';
COMMENT ON COLUMN cooperation.narrative_section.previous IS 'The same section in the report before, whose text is shown beside';
CREATE INDEX narrative_section_by_report ON cooperation.narrative_section (report, position);
CREATE INDEX narrative_section_by_previous ON cooperation.narrative_section (previous);
SELECT platform.audit_attach('cooperation.narrative_section');

CREATE TABLE cooperation.narrative_insertion (
    id          uuid NOT NULL,
    section     uuid NOT NULL,
    kind        text NOT NULL,
    reference   text NOT NULL,
    label       text NOT NULL,
    body        text NOT NULL,
    inserted_on date NOT NULL,
    CONSTRAINT narrative_insertion_pk PRIMARY KEY (id),
    CONSTRAINT narrative_insertion_once UNIQUE (section, kind, reference),
    CONSTRAINT narrative_insertion_section_fk FOREIGN KEY (section) REFERENCES cooperation.narrative_section (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT narrative_insertion_kind_is_known CHECK
        (kind IN ('RESULT', 'ACTIVITY', 'PEOPLE', 'RISK', 'STORY')),
    CONSTRAINT narrative_insertion_texts_are_bounded CHECK (length(reference) BETWEEN 1 AND 100
        AND length(label) BETWEEN 1 AND 300 AND length(body) BETWEEN 1 AND 6000)
);
COMMENT ON TABLE cooperation.narrative_insertion IS 'A fact inserted in a section as text, with its source';
COMMENT ON COLUMN cooperation.narrative_insertion.body IS 'As inserted; the fact of today may differ';
CREATE INDEX narrative_insertion_by_reference ON cooperation.narrative_insertion (reference);
SELECT platform.audit_attach('cooperation.narrative_insertion');

CREATE TABLE cooperation.narrative_passage (
    id            uuid        NOT NULL,
    version       integer     NOT NULL DEFAULT 1,
    section       uuid        NOT NULL,
    organisation  uuid        NOT NULL,
    body          text        NOT NULL DEFAULT '',
    translation   text        NOT NULL DEFAULT '',
    shown_on      date,
    answer        text,
    answered_on   date,
    answered_body text,
    answered_translation text,
    correction    text        NOT NULL DEFAULT '',
    CONSTRAINT narrative_passage_pk PRIMARY KEY (id),
    CONSTRAINT narrative_passage_one_per_partner UNIQUE (section, organisation),
    CONSTRAINT narrative_passage_section_fk FOREIGN KEY (section) REFERENCES cooperation.narrative_section (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT narrative_passage_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT narrative_passage_answer_is_known CHECK (answer IN ('YES', 'CORRECTION', 'WITHHELD')),
    CONSTRAINT narrative_passage_answer_is_whole CHECK
        (num_nonnulls(answer, answered_on, answered_body, answered_translation) IN (0, 4)),
    CONSTRAINT narrative_passage_correction_has_its_text CHECK ((answer IS NOT DISTINCT FROM 'CORRECTION') =
        (length(correction) > 0)),
    CONSTRAINT narrative_passage_texts_are_bounded CHECK (length(body) <= 10000 AND length(translation) <= 10000
        AND length(answered_body) <= 10000 AND length(answered_translation) <= 10000 AND length(correction) <= 10000)
);
COMMENT ON TABLE cooperation.narrative_passage IS 'What a section says of a partner, which stays out of the file without the partner''s yes';
COMMENT ON COLUMN cooperation.narrative_passage.translation IS 'The same text in the language of the partner, which reads and corrects it';
COMMENT ON COLUMN cooperation.narrative_passage.answered_body IS 'The text that the partner read; the answer is for no other, nor for another translation';
CREATE INDEX narrative_passage_by_organisation ON cooperation.narrative_passage (organisation);
SELECT platform.audit_attach('cooperation.narrative_passage');
