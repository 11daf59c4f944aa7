-- Links to one's preferences: they open without an account, and never end, so that one can always stop.

CREATE TABLE directory.consent_link (
    id      uuid        NOT NULL,
    person  uuid        NOT NULL,
    token   bytea       NOT NULL,
    made_at timestamptz NOT NULL,
    CONSTRAINT consent_link_pk PRIMARY KEY (id),
    CONSTRAINT consent_link_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT consent_link_token_is_unique UNIQUE (token)
);
COMMENT ON TABLE directory.consent_link IS 'An address by which someone sees and changes what she receives';
COMMENT ON COLUMN directory.consent_link.token IS 'SHA-256 of the secret, which is nowhere in clear';
CREATE INDEX consent_link_by_person ON directory.consent_link (person);
