-- Places where someone who is sealed may be meant and another as well (initials, one name alone), for a person to decide. What
-- stands there is not kept here, and where it is lies sealed: it would tell whose code name is whose.
CREATE TABLE directory.protection_mention (
    id            uuid        NOT NULL,
    person        uuid        NOT NULL,
    place         text        NOT NULL,
    mark          text        NOT NULL,
    sealed        text        NOT NULL,
    found_at      timestamptz NOT NULL,
    decision      text,
    decided_at    timestamptz,
    decided_by    uuid,
    decided_label text,
    CONSTRAINT protection_mention_pk PRIMARY KEY (id),
    CONSTRAINT protection_mention_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT protection_mention_is_one UNIQUE (person, place, mark),
    CONSTRAINT protection_mention_decision_is_known CHECK (decision IN ('REPLACED', 'ANOTHER')),
    CONSTRAINT protection_mention_decision_names_who
        CHECK (num_nonnulls(decision, decided_at, decided_by, decided_label) IN (0, 4))
);
COMMENT ON TABLE directory.protection_mention IS 'Where someone who is sealed may be meant, for a person to decide';
COMMENT ON COLUMN directory.protection_mention.place IS 'Keyed mark of the table, or of the files of one, in which it stands';
COMMENT ON COLUMN directory.protection_mention.mark IS 'Keyed mark of the row, the column and the words that stand there';
COMMENT ON COLUMN directory.protection_mention.sealed IS 'Where it is, as nobody reads it without the keys';
SELECT platform.audit_attach('directory.protection_mention', '{place,mark,sealed}');
