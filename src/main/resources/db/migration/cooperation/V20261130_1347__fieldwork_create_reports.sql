-- What we tell a partner about what we did with it and for it.
CREATE TABLE cooperation.fieldwork_report (
    id           uuid    NOT NULL,
    version      integer NOT NULL DEFAULT 1,
    organisation uuid    NOT NULL,
    period_from  date    NOT NULL,
    period_to    date    NOT NULL,
    body         text    NOT NULL,
    shown_on     date    NOT NULL,
    CONSTRAINT fieldwork_report_pk PRIMARY KEY (id),
    CONSTRAINT fieldwork_report_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT fieldwork_report_days_in_order CHECK (period_from <= period_to),
    CONSTRAINT fieldwork_report_body_is_bounded CHECK (length(body) BETWEEN 1 AND 20000)
);
COMMENT ON TABLE cooperation.fieldwork_report IS 'Our report to a partner, which reads it on its page, in its language';
CREATE INDEX fieldwork_report_by_organisation ON cooperation.fieldwork_report (organisation, period_to);
SELECT platform.audit_attach('cooperation.fieldwork_report');
