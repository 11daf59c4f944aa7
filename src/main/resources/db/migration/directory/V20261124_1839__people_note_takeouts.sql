-- Who took personal data out of the application as a file, when, and how much of it.
CREATE TABLE directory.people_takeout (
    id          uuid        NOT NULL,
    at          timestamptz NOT NULL,
    actor       uuid        NOT NULL,
    actor_label text        NOT NULL,
    form        text        NOT NULL,
    persons     bigint      NOT NULL,
    filtered    boolean     NOT NULL,
    CONSTRAINT people_takeout_pk PRIMARY KEY (id),
    CONSTRAINT people_takeout_form_is_known CHECK (form IN ('CSV', 'XLSX', 'PAPER')),
    CONSTRAINT people_takeout_persons_are_counted CHECK (persons >= 0)
);

COMMENT ON TABLE directory.people_takeout IS 'A list of people that left as a file or on paper; never what it held';
COMMENT ON COLUMN directory.people_takeout.persons IS 'Counted up to 10,001, which stands for more';

CREATE INDEX people_takeout_by_time ON directory.people_takeout (at DESC, id);

SELECT platform.audit_attach('directory.people_takeout');
