-- An account may be a person of the directory; which one is said by someone who knows both.
ALTER TABLE identity.account
    ADD CONSTRAINT account_person_fk FOREIGN KEY (person_id) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE;
CREATE INDEX account_person ON identity.account (person_id);
COMMENT ON COLUMN identity.account.person_id IS 'Who it is in the directory; null where nobody said';
