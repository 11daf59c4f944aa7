-- School calendars are published as PDFs: their closed weeks are typed, and told beside a date asked for (R-EDU-4).
CREATE TABLE education.workshop_break (
    id       uuid NOT NULL,
    name     text NOT NULL,
    from_on  date NOT NULL,
    until_on date NOT NULL,
    CONSTRAINT workshop_break_pk PRIMARY KEY (id),
    CONSTRAINT workshop_break_days_follow CHECK (from_on <= until_on AND until_on <= from_on + 120),
    CONSTRAINT workshop_break_name_is_short CHECK (length(name) BETWEEN 1 AND 200)
);
COMMENT ON TABLE education.workshop_break IS 'Weeks in which schools are closed, such as a reading week';
SELECT platform.audit_attach('education.workshop_break');
