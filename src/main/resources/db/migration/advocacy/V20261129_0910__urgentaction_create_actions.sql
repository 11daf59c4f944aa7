-- Group advocacy: urgent actions, positions, decision-makers, coalitions, treaties.

CREATE SCHEMA IF NOT EXISTS advocacy;

CREATE TABLE advocacy.urgentaction (
    id                   uuid        NOT NULL,
    version              integer     NOT NULL DEFAULT 1,
    year                 integer     NOT NULL,
    number               integer     NOT NULL,
    title                text        NOT NULL,
    partner              uuid        NOT NULL,
    country              text        NOT NULL,
    person               uuid,
    responsible          uuid,
    happened             text        NOT NULL,
    received_on          date        NOT NULL,
    degree               text        NOT NULL,
    risk                 text        NOT NULL,
    risk_by              uuid        NOT NULL,
    expires_on           date        NOT NULL,
    segment              uuid,
    line                 uuid,
    wording              integer     NOT NULL DEFAULT 1,
    consent_giver        text,
    consent_name         text,
    consent_how          text,
    consent_given_on     date,
    consent_until        date,
    consent_wording      integer,
    checked_by           text,
    checked_on           date,
    checked_risk         text,
    state                text        NOT NULL DEFAULT 'DRAFT',
    sent_at              timestamptz,
    withdrawn_on         date,
    closed_on            date,
    outcome              text,
    account              text        NOT NULL DEFAULT '',
    frozen_day           date,
    frozen_organisations integer,
    frozen_at_least      integer,
    reported_at          timestamptz,
    search_form          text        NOT NULL GENERATED ALWAYS AS (' ' || platform.fold(title)) STORED,
    CONSTRAINT urgentaction_pk PRIMARY KEY (id),
    CONSTRAINT urgentaction_has_one_number UNIQUE (year, number) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT urgentaction_partner_fk FOREIGN KEY (partner) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT urgentaction_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT urgentaction_responsible_fk FOREIGN KEY (responsible) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT urgentaction_segment_fk FOREIGN KEY (segment) REFERENCES directory.segment (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT urgentaction_country_is_a_code CHECK (country ~ '^[A-Z]{2}$'),
    CONSTRAINT urgentaction_texts_are_bounded CHECK (title = btrim(title) AND length(title) BETWEEN 1 AND 200
        AND length(happened) BETWEEN 1 AND 4000 AND length(account) <= 4000),
    CONSTRAINT urgentaction_degree_is_known CHECK (degree IN ('ORGANISATION', 'CODE_NAME', 'NAMED')),
    CONSTRAINT urgentaction_risk_is_known CHECK (risk IN ('LOW', 'MEDIUM', 'HIGH')
        AND (checked_risk IS NULL OR checked_risk IN ('LOW', 'MEDIUM', 'HIGH'))),
    CONSTRAINT urgentaction_consent_is_whole CHECK (num_nulls(consent_giver, consent_name, consent_how, consent_given_on,
        consent_until, consent_wording) IN (0, 6)),
    CONSTRAINT urgentaction_consent_is_given_by CHECK (consent_giver IN ('PERSON', 'ORGANISATION')),
    CONSTRAINT urgentaction_check_is_whole CHECK (num_nulls(checked_by, checked_on, checked_risk) IN (0, 3)),
    CONSTRAINT urgentaction_state_is_known CHECK (state IN ('DRAFT', 'OUT', 'WITHDRAWN', 'CLOSED')),
    CONSTRAINT urgentaction_leaves_with_a_consent CHECK (state <> 'OUT' OR (consent_giver IS NOT NULL
        AND checked_risk IS NOT NULL AND sent_at IS NOT NULL)),
    CONSTRAINT urgentaction_is_closed_with_an_outcome CHECK ((state = 'CLOSED') = (closed_on IS NOT NULL)
        AND (state = 'CLOSED') = (outcome IS NOT NULL)),
    CONSTRAINT urgentaction_outcome_is_known CHECK (outcome IN ('WELL', 'PARTLY', 'BADLY', 'UNKNOWN')),
    CONSTRAINT urgentaction_frozen_is_whole CHECK (num_nulls(frozen_day, frozen_organisations, frozen_at_least) IN (0, 3))
);
COMMENT ON TABLE advocacy.urgentaction IS 'An urgent action, from a partner''s alert to its outcome';
COMMENT ON COLUMN advocacy.urgentaction.happened IS 'The alert as the partner gave it; never public';
COMMENT ON COLUMN advocacy.urgentaction.wording IS 'Rises with each change of the public words: a consent is to one wording';
COMMENT ON COLUMN advocacy.urgentaction.risk_by IS 'The account that chose the risk tier; another person checks it';
COMMENT ON COLUMN advocacy.urgentaction.frozen_day IS 'The day of the counts kept at expiry or closing';
CREATE INDEX urgentaction_by_partner ON advocacy.urgentaction (partner);
CREATE INDEX urgentaction_by_person ON advocacy.urgentaction (person);
CREATE INDEX urgentaction_by_responsible ON advocacy.urgentaction (responsible);
CREATE INDEX urgentaction_by_day ON advocacy.urgentaction (received_on DESC, id DESC);
CREATE INDEX urgentaction_search ON advocacy.urgentaction USING gin (search_form gin_trgm_ops);
CREATE INDEX urgentaction_not_closed ON advocacy.urgentaction (expires_on) WHERE state IN ('DRAFT', 'OUT');
SELECT platform.audit_attach('advocacy.urgentaction');

CREATE TABLE advocacy.urgentaction_text (
    id       uuid NOT NULL,
    action   uuid NOT NULL,
    language text NOT NULL,
    title    text NOT NULL,
    story    text NOT NULL,
    subject  text NOT NULL,
    letter   text NOT NULL,
    CONSTRAINT urgentaction_text_pk PRIMARY KEY (id),
    CONSTRAINT urgentaction_text_action_fk FOREIGN KEY (action) REFERENCES advocacy.urgentaction (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT urgentaction_text_is_one_by_language UNIQUE (action, language) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT urgentaction_text_language_is_known CHECK (language IN ('fr', 'es', 'en')),
    CONSTRAINT urgentaction_text_is_bounded CHECK (length(title) BETWEEN 1 AND 200 AND length(story) BETWEEN 1 AND 6000
        AND length(subject) BETWEEN 1 AND 200 AND length(letter) BETWEEN 1 AND 4000)
);
COMMENT ON TABLE advocacy.urgentaction_text IS 'The public words of an urgent action and its model letter, by language';
SELECT platform.audit_attach('advocacy.urgentaction_text');

CREATE TABLE advocacy.urgentaction_target (
    id         uuid    NOT NULL,
    action     uuid    NOT NULL,
    rank       integer NOT NULL,
    name       text    NOT NULL,
    office     text    NOT NULL,
    mail       text    NOT NULL,
    salutation text    NOT NULL,
    until      date,
    CONSTRAINT urgentaction_target_pk PRIMARY KEY (id),
    CONSTRAINT urgentaction_target_action_fk FOREIGN KEY (action) REFERENCES advocacy.urgentaction (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT urgentaction_target_is_bounded CHECK (length(name) BETWEEN 1 AND 200 AND length(office) BETWEEN 1 AND 200
        AND length(mail) BETWEEN 3 AND 254 AND length(salutation) BETWEEN 1 AND 200)
);
COMMENT ON TABLE advocacy.urgentaction_target IS 'A person in office to whom the letters of an urgent action go';
COMMENT ON COLUMN advocacy.urgentaction_target.until IS 'The last day in office, where it is known';
CREATE INDEX urgentaction_target_by_action ON advocacy.urgentaction_target (action);
SELECT platform.audit_attach('advocacy.urgentaction_target');

CREATE TABLE advocacy.urgentaction_update (
    id        uuid        NOT NULL,
    action    uuid        NOT NULL,
    posted_at timestamptz NOT NULL,
    agreed    text        NOT NULL,
    fr        text        NOT NULL,
    es        text        NOT NULL DEFAULT '',
    en        text        NOT NULL DEFAULT '',
    CONSTRAINT urgentaction_update_pk PRIMARY KEY (id),
    CONSTRAINT urgentaction_update_action_fk FOREIGN KEY (action) REFERENCES advocacy.urgentaction (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT urgentaction_update_is_bounded CHECK (length(fr) BETWEEN 1 AND 3000 AND length(es) <= 3000 AND length(en) <= 3000
        AND length(agreed) BETWEEN 1 AND 300)
);
COMMENT ON COLUMN advocacy.urgentaction_update.agreed IS 'Who said yes to the words of the update, and how';
CREATE INDEX urgentaction_update_by_action ON advocacy.urgentaction_update (action);
SELECT platform.audit_attach('advocacy.urgentaction_update');

CREATE TABLE advocacy.urgentaction_sign_on (
    id           uuid        NOT NULL,
    version      integer     NOT NULL DEFAULT 1,
    action       uuid        NOT NULL,
    organisation uuid,
    typed        text        NOT NULL,
    signer       text        NOT NULL,
    office       text        NOT NULL,
    body         text        NOT NULL,
    decided_on   date        NOT NULL,
    language     text        NOT NULL,
    state        text        NOT NULL,
    signed_at    timestamptz NOT NULL,
    changed_at   timestamptz NOT NULL,
    CONSTRAINT urgentaction_sign_on_pk PRIMARY KEY (id),
    CONSTRAINT urgentaction_sign_on_action_fk FOREIGN KEY (action) REFERENCES advocacy.urgentaction (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT urgentaction_sign_on_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT urgentaction_sign_on_is_one_by_organisation UNIQUE (action, organisation) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT urgentaction_sign_on_state_is_known CHECK (state IN ('PENDING', 'CONFIRMED', 'WITHDRAWN', 'REFUSED')),
    CONSTRAINT urgentaction_sign_on_is_known_once_confirmed CHECK (state <> 'CONFIRMED' OR organisation IS NOT NULL),
    CONSTRAINT urgentaction_sign_on_is_bounded CHECK (length(typed) BETWEEN 1 AND 200 AND length(signer) <= 200
        AND length(office) <= 200 AND length(body) BETWEEN 1 AND 200 AND length(language) = 2)
);
COMMENT ON TABLE advocacy.urgentaction_sign_on IS 'An organisation that signs an urgent action, by the decision of a body';
COMMENT ON COLUMN advocacy.urgentaction_sign_on.typed IS 'Its name as the signer typed it';
CREATE INDEX urgentaction_sign_on_by_organisation ON advocacy.urgentaction_sign_on (organisation);
CREATE INDEX urgentaction_sign_on_unknown ON advocacy.urgentaction_sign_on (action, platform.fold(typed)) WHERE organisation IS NULL;
SELECT platform.audit_attach('advocacy.urgentaction_sign_on');

CREATE TABLE advocacy.urgentaction_link (
    id      uuid        NOT NULL,
    action  uuid        NOT NULL,
    sign_on uuid,
    person  uuid,
    risk    text,
    token   bytea,
    made_at timestamptz NOT NULL,
    CONSTRAINT urgentaction_link_pk PRIMARY KEY (id),
    CONSTRAINT urgentaction_link_action_fk FOREIGN KEY (action) REFERENCES advocacy.urgentaction (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT urgentaction_link_sign_on_fk FOREIGN KEY (sign_on) REFERENCES advocacy.urgentaction_sign_on (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT urgentaction_link_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT urgentaction_link_is_for_one CHECK (num_nonnulls(sign_on, person) = 1),
    CONSTRAINT urgentaction_link_token_is_unique UNIQUE (token)
);
COMMENT ON TABLE advocacy.urgentaction_link IS 'A link for an organisation that signed, or for the person who checks the risk';
COMMENT ON COLUMN advocacy.urgentaction_link.token IS 'SHA-256 of the secret, which is nowhere in clear; null until the letter leaves';
CREATE INDEX urgentaction_link_by_sign_on ON advocacy.urgentaction_link (sign_on);
CREATE INDEX urgentaction_link_by_person ON advocacy.urgentaction_link (person);
SELECT platform.backup_leave_out('advocacy.urgentaction_link', 'hashes of secrets; the next letter carries a new link');
