-- The yearly self-assessment of safety: each year holds its own grid, so that a new one changes no earlier year.

CREATE TABLE safety.assessment (
    id        uuid    NOT NULL,
    version   integer NOT NULL DEFAULT 1,
    year      integer NOT NULL,
    source    text    NOT NULL,
    closed_on date,
    CONSTRAINT assessment_pk PRIMARY KEY (id),
    CONSTRAINT assessment_one_a_year UNIQUE (year),
    CONSTRAINT assessment_year_is_sound CHECK (year BETWEEN 2000 AND 2200),
    CONSTRAINT assessment_source_is_short_text CHECK (length(source) BETWEEN 1 AND 200)
);
COMMENT ON TABLE safety.assessment IS 'The self-assessment of one year (R-SEC-11)';
COMMENT ON COLUMN safety.assessment.source IS 'Where its grid comes from';
SELECT platform.audit_attach('safety.assessment');

CREATE TABLE safety.assessment_question (
    id         uuid    NOT NULL,
    version    integer NOT NULL DEFAULT 1,
    assessment uuid    NOT NULL,
    position   integer NOT NULL,
    heading    text    NOT NULL,
    text       text    NOT NULL,
    score      integer,
    evidence   text,
    action     text,
    CONSTRAINT assessment_question_pk PRIMARY KEY (id),
    CONSTRAINT assessment_question_assessment_fk FOREIGN KEY (assessment) REFERENCES safety.assessment (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT assessment_question_score_is_sound CHECK (score BETWEEN 0 AND 3),
    CONSTRAINT assessment_question_three_needs_evidence CHECK (score IS DISTINCT FROM 3 OR evidence IS NOT NULL),
    CONSTRAINT assessment_question_texts_are_short CHECK (
        length(heading) BETWEEN 1 AND 200 AND length(text) BETWEEN 1 AND 500 AND length(evidence) BETWEEN 1 AND 1000
        AND length(action) BETWEEN 1 AND 300)
);
COMMENT ON TABLE safety.assessment_question IS 'A line of the grid, with its answer';
COMMENT ON COLUMN safety.assessment_question.score IS '0 absent, 1 begun, 2 partly in place, 3 in place and shown; NULL if not answered or not applicable';
CREATE INDEX assessment_question_by_assessment ON safety.assessment_question (assessment, position);
SELECT platform.audit_attach('safety.assessment_question');
