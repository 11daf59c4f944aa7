-- To whom one may write, and why: what was said is only ever added to. When it ends is computed, here as in the rule.

CREATE FUNCTION directory.consent_until(basis text, happened_on date, ended_on date) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN basis IN ('MEMBER', 'CONTRACT') THEN (ended_on + interval '2 years' - interval '1 day')::date
        WHEN basis = 'PURCHASE' THEN (coalesce(ended_on, happened_on) + interval '2 years' - interval '1 day')::date
        WHEN basis IN ('DONATION', 'VOLUNTEERING', 'ATTENDANCE')
            THEN (happened_on + interval '2 years' - interval '1 day')::date
        WHEN basis = 'INQUIRY' THEN (happened_on + interval '6 months' - interval '1 day')::date
        WHEN basis = 'REFERRAL' THEN happened_on
    END;

CREATE TABLE directory.consent_entry (
    id              uuid        NOT NULL,
    person          uuid        NOT NULL,
    kind            text        NOT NULL,
    channel         text,
    purpose         text,
    basis           text,
    happened_on     date        NOT NULL,
    ended_on        date,
    until           date        GENERATED ALWAYS AS (directory.consent_until(basis, happened_on, ended_on)) STORED,
    method          text        NOT NULL,
    wording         text,
    wording_version text,
    source          text,
    about           text,
    country         text,
    recorded_by     uuid        NOT NULL,
    recorded_at     timestamptz NOT NULL,
    CONSTRAINT consent_entry_pk PRIMARY KEY (id),
    CONSTRAINT consent_entry_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT consent_entry_kind_is_known CHECK (kind IN ('GIVEN', 'WITHDRAWN')),
    CONSTRAINT consent_entry_channel_is_known CHECK (channel IN ('MAIL', 'TEXT', 'MESSAGING')),
    CONSTRAINT consent_entry_purpose_is_hers CHECK (purpose IN ('NEWS', 'ACTIONS', 'EVENTS', 'APPEALS')),
    CONSTRAINT consent_entry_basis_is_known CHECK (basis IN (
        'EXPRESS', 'MEMBER', 'PURCHASE', 'CONTRACT', 'INQUIRY', 'PUBLISHED', 'DISCLOSED', 'REFERRAL', 'FOREIGN', 'DONATION',
        'VOLUNTEERING', 'ATTENDANCE', 'EXEMPT', 'UNKNOWN')),
    CONSTRAINT consent_entry_given_rests_on_a_basis CHECK ((kind = 'GIVEN') = (basis IS NOT NULL)),
    CONSTRAINT consent_entry_given_names_its_channel CHECK (kind = 'WITHDRAWN' OR channel IS NOT NULL),
    CONSTRAINT consent_entry_yes_has_purpose_and_words CHECK (basis IS DISTINCT FROM 'EXPRESS'
        OR (purpose IS NOT NULL AND wording IS NOT NULL AND wording_version IS NOT NULL)),
    CONSTRAINT consent_entry_address_has_source_and_role CHECK (basis IS NULL OR basis NOT IN ('PUBLISHED', 'DISCLOSED')
        OR (source IS NOT NULL AND about IS NOT NULL)),
    CONSTRAINT consent_entry_exception_says_why CHECK (basis IS NULL OR basis NOT IN ('REFERRAL', 'FOREIGN', 'EXEMPT')
        OR about IS NOT NULL),
    CONSTRAINT consent_entry_foreign_has_a_country CHECK ((basis IS NOT DISTINCT FROM 'FOREIGN') = (country IS NOT NULL)),
    CONSTRAINT consent_entry_country_is_a_code CHECK (country ~ '^[A-Z]{2}$'),
    CONSTRAINT consent_entry_ends_after_it_began CHECK (happened_on <= ended_on),
    CONSTRAINT consent_entry_end_is_of_what_lasts
        CHECK (ended_on IS NULL OR (basis IS NOT NULL AND basis IN ('MEMBER', 'PURCHASE', 'CONTRACT'))),
    CONSTRAINT consent_entry_method_is_known
        CHECK (method IN ('FORM', 'PAPER', 'ORAL', 'MESSAGE', 'PREFERENCES', 'ONE_CLICK')),
    CONSTRAINT consent_entry_texts_are_bounded CHECK (
        length(wording) BETWEEN 1 AND 4000 AND length(wording_version) BETWEEN 1 AND 100
        AND length(source) BETWEEN 1 AND 1000 AND length(about) BETWEEN 1 AND 500)
);
COMMENT ON TABLE directory.consent_entry IS 'What someone consented to or withdrew, or what else one may write to her on; personal data';
COMMENT ON COLUMN directory.consent_entry.channel IS 'By what; of a withdrawal, NULL for all';
COMMENT ON COLUMN directory.consent_entry.purpose IS 'For what; NULL for all that the basis serves, or of a withdrawal for all that she can stop';
COMMENT ON COLUMN directory.consent_entry.happened_on IS 'The day of the yes, of the no, of the purchase, of the admission';
COMMENT ON COLUMN directory.consent_entry.ended_on IS 'When the membership, the subscription or the contract ended';
COMMENT ON COLUMN directory.consent_entry.until IS 'The last day on which it holds; NULL without end';
COMMENT ON COLUMN directory.consent_entry.wording IS 'The exact words that she said yes to';
COMMENT ON COLUMN directory.consent_entry.source IS 'The paper, the page or the card that proves it';
COMMENT ON COLUMN directory.consent_entry.about IS 'Her role, who referred her, the relationship or the law, as the basis asks';
COMMENT ON COLUMN directory.consent_entry.recorded_by IS 'The account; the nil UUID for herself, by her link';
CREATE INDEX consent_entry_by_person ON directory.consent_entry (person, happened_on, recorded_at);

CREATE FUNCTION directory.consent_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Whose it is may change when two prove to be one, and what names her may go when she is forgotten.
    IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - '{person,source,about,until}'::text[]
            = to_jsonb(NEW) - '{person,source,about,until}'::text[]
            AND (NEW.source IS NOT DISTINCT FROM OLD.source OR NEW.source = '[retiré]')
            AND (NEW.about IS NOT DISTINCT FROM OLD.about OR NEW.about = '[retiré]') THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'What was consented to is never changed' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER consent_entry_stays BEFORE UPDATE OR DELETE ON directory.consent_entry
    FOR EACH ROW EXECUTE FUNCTION directory.consent_refuse();

-- The address of whoever asked for no more, as a keyed mark: it survives her erasure, and tells nobody who she was.
CREATE TABLE directory.consent_mark (
    id        uuid        NOT NULL,
    mark      text        NOT NULL,
    channel   text,
    purpose   text,
    asked_on  date        NOT NULL,
    marked_at timestamptz NOT NULL,
    CONSTRAINT consent_mark_pk PRIMARY KEY (id),
    CONSTRAINT consent_mark_channel_is_known CHECK (channel IN ('MAIL', 'TEXT', 'MESSAGING')),
    CONSTRAINT consent_mark_purpose_is_hers CHECK (purpose IN ('NEWS', 'ACTIONS', 'EVENTS', 'APPEALS')),
    CONSTRAINT consent_mark_is_a_mark CHECK (mark ~ '^[A-Za-z0-9_-]{20,100}$')
);
COMMENT ON TABLE directory.consent_mark IS 'An address that asked for no more, as a keyed mark';
CREATE INDEX consent_mark_by_mark ON directory.consent_mark (mark);
CREATE FUNCTION directory.consent_keep_mark() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A mark is never changed' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER consent_mark_stays BEFORE UPDATE OR DELETE ON directory.consent_mark
    FOR EACH ROW EXECUTE FUNCTION directory.consent_keep_mark();

-- What the organisation is before these laws: one row, made when somebody says it.
CREATE TABLE directory.consent_setting (
    id                    uuid    NOT NULL,
    version               integer NOT NULL DEFAULT 1,
    only_one              boolean NOT NULL DEFAULT true,
    charity_registered_on date,
    sender_address        text,
    sender_contact        text,
    CONSTRAINT consent_setting_pk PRIMARY KEY (id),
    CONSTRAINT consent_setting_stands_alone UNIQUE (only_one),
    CONSTRAINT consent_setting_is_one CHECK (only_one),
    CONSTRAINT consent_setting_texts_are_bounded
        CHECK (length(sender_address) BETWEEN 1 AND 500 AND length(sender_contact) BETWEEN 1 AND 300)
);
COMMENT ON TABLE directory.consent_setting IS 'What the organisation is before the laws on messages and personal data';
COMMENT ON COLUMN directory.consent_setting.charity_registered_on IS 'Since when it is a registered charity; NULL while it is none';
COMMENT ON COLUMN directory.consent_setting.sender_contact IS 'A telephone number, a mail address or a page, beside the mailing address';

SELECT platform.audit_attach('directory.consent_entry');
SELECT platform.audit_attach('directory.consent_setting');
