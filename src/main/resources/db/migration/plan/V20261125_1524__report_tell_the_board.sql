-- The board's progress note is a report like any other, with sections of its own; and a report says in whose papers it is.

ALTER TABLE plan.report
    DROP CONSTRAINT report_audience_is_known,
    ADD CONSTRAINT report_audience_is_known CHECK (audience IN ('ANNUAL', 'BOARD'));

ALTER TABLE plan.report_section
    DROP CONSTRAINT report_section_kind_is_known,
    ADD CONSTRAINT report_section_kind_is_known
        CHECK (kind IN ('FOREWORD', 'ESSENTIAL', 'DECISIONS', 'OBJECTIVE', 'MEANS', 'CLOSING'));

CREATE TABLE plan.report_handed_in (
    report    uuid NOT NULL,
    place     uuid NOT NULL,
    handed_on date NOT NULL,
    CONSTRAINT report_handed_in_pk PRIMARY KEY (report, place),
    CONSTRAINT report_handed_in_report_fk FOREIGN KEY (report) REFERENCES plan.report (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE plan.report_handed_in IS 'In the papers of which meeting a filed report was put';
COMMENT ON COLUMN plan.report_handed_in.place IS 'The meeting, which a module above keeps';

SELECT platform.audit_attach('plan.report_handed_in');
