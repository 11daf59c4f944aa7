-- Those who are at risk: what identifies them lies here under the keys of the installation, which no backup holds; the
-- directory says a code name.

CREATE TABLE directory.protection_vault (
    person       uuid        NOT NULL,
    version      integer     NOT NULL DEFAULT 1,
    sealed       text        NOT NULL,
    entered_so   boolean     NOT NULL,
    sealed_at    timestamptz NOT NULL,
    sealed_by    uuid        NOT NULL,
    sealed_label text        NOT NULL,
    CONSTRAINT protection_vault_pk PRIMARY KEY (person),
    CONSTRAINT protection_vault_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE directory.protection_vault IS 'What identifies someone at risk, as nobody reads it without the keys';
COMMENT ON COLUMN directory.protection_vault.entered_so IS 'Whether her name never stood here in clear';
SELECT platform.audit_attach('directory.protection_vault', '{sealed}');

CREATE TABLE directory.protection_mark (
    person uuid NOT NULL,
    kind   text NOT NULL,
    mark   text NOT NULL,
    CONSTRAINT protection_mark_pk PRIMARY KEY (person, kind, mark),
    CONSTRAINT protection_mark_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT protection_mark_kind_is_known CHECK (kind IN ('NAME', 'GIVEN', 'FAMILY', 'WORD', 'ADDRESS'))
);
COMMENT ON TABLE directory.protection_mark IS 'Keyed marks by which someone is recognised without being shown';
CREATE INDEX protection_mark_by_mark ON directory.protection_mark (mark, kind);

CREATE TABLE directory.protection_ring (
    mark text NOT NULL,
    CONSTRAINT protection_ring_pk PRIMARY KEY (mark)
);
COMMENT ON TABLE directory.protection_ring IS 'By which it is known whether the keys are those under which people were sealed';

CREATE TABLE directory.protection_opener (
    person  uuid NOT NULL,
    account uuid NOT NULL,
    CONSTRAINT protection_opener_pk PRIMARY KEY (person, account),
    CONSTRAINT protection_opener_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE directory.protection_opener IS 'Whose accounts may open an identity, with a reason';
CREATE INDEX protection_opener_by_account ON directory.protection_opener (account);
SELECT platform.audit_attach('directory.protection_opener');

CREATE TABLE directory.protection_gesture (
    id             uuid        NOT NULL,
    person         uuid        NOT NULL,
    kind           text        NOT NULL,
    account        uuid        NOT NULL,
    account_label  text        NOT NULL,
    reason         text,
    made_at        timestamptz NOT NULL,
    alone          boolean     NOT NULL DEFAULT false,
    second_label   text,
    reviewed_at    timestamptz,
    reviewed_by    uuid,
    reviewed_label text,
    review         text,
    CONSTRAINT protection_gesture_pk PRIMARY KEY (id),
    CONSTRAINT protection_gesture_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT protection_gesture_kind_is_known
        CHECK (kind IN ('SEALED', 'OPENED', 'CORRECTED', 'GIVEN', 'LISTED', 'JOINED', 'RECOGNISED')),
    CONSTRAINT protection_gesture_reason_is_bounded CHECK (length(reason) BETWEEN 1 AND 1000),
    CONSTRAINT protection_gesture_review_is_bounded CHECK (length(review) BETWEEN 1 AND 1000),
    CONSTRAINT protection_gesture_review_names_who
        CHECK (num_nonnulls(reviewed_at, reviewed_by, reviewed_label) IN (0, 3)),
    CONSTRAINT protection_gesture_is_reviewed_by_another CHECK (reviewed_by <> account)
);
COMMENT ON TABLE directory.protection_gesture IS 'Who did what with a sealed identity, and why; never the identity';
COMMENT ON COLUMN directory.protection_gesture.alone IS 'Whether two were needed and one acted: another reviews it';
CREATE INDEX protection_gesture_by_person ON directory.protection_gesture (person, made_at DESC);
CREATE INDEX protection_gesture_to_review ON directory.protection_gesture (made_at) WHERE alone AND reviewed_at IS NULL;
SELECT platform.audit_attach('directory.protection_gesture', '{reason,review}');

CREATE TABLE directory.protection_consent (
    id             uuid        NOT NULL,
    version        integer     NOT NULL DEFAULT 1,
    person         uuid        NOT NULL,
    use            text        NOT NULL,
    given_by       text        NOT NULL,
    how            text        NOT NULL,
    given_on       date        NOT NULL,
    until          date        NOT NULL,
    recorded_by    uuid        NOT NULL,
    recorded_label text        NOT NULL,
    recorded_at    timestamptz NOT NULL,
    withdrawn_on   date,
    CONSTRAINT protection_consent_pk PRIMARY KEY (id),
    CONSTRAINT protection_consent_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT protection_consent_use_is_known CHECK (use IN ('TEAM', 'PARTNERS', 'PUBLIC')),
    CONSTRAINT protection_consent_given_by_is_known CHECK (given_by IN ('HERSELF', 'MANDATARY')),
    CONSTRAINT protection_consent_how_is_short_text CHECK (length(how) BETWEEN 1 AND 500),
    CONSTRAINT protection_consent_begins_before_it_ends CHECK (given_on <= until)
);
COMMENT ON TABLE directory.protection_consent IS 'For which use someone at risk lets her name be said, and until when';
CREATE INDEX protection_consent_by_person ON directory.protection_consent (person, until);
SELECT platform.audit_attach('directory.protection_consent');

CREATE TABLE directory.protection_settings (
    only_one boolean NOT NULL DEFAULT true,
    version  integer NOT NULL DEFAULT 1,
    second   uuid,
    CONSTRAINT protection_settings_pk PRIMARY KEY (only_one),
    CONSTRAINT protection_settings_are_one CHECK (only_one)
);
COMMENT ON COLUMN directory.protection_settings.second IS 'The account that is told at once where two are needed and one acts';
INSERT INTO directory.protection_settings DEFAULT VALUES;
SELECT platform.audit_attach('directory.protection_settings');
