CREATE TABLE outreach.website_settings (
    id        uuid    NOT NULL,
    version   integer NOT NULL DEFAULT 1,
    single    boolean NOT NULL DEFAULT true,
    sites     text[]  NOT NULL DEFAULT '{}',
    subscribe boolean NOT NULL DEFAULT false,
    joining   boolean NOT NULL DEFAULT false,
    about_fr  text,
    about_en  text,
    about_es  text,
    CONSTRAINT website_settings_pk PRIMARY KEY (id),
    CONSTRAINT website_settings_are_single UNIQUE (single),
    CONSTRAINT website_settings_single_is_true CHECK (single),
    CONSTRAINT website_settings_sites_are_few CHECK (cardinality(sites) <= 20),
    CONSTRAINT website_settings_texts_are_bounded CHECK (length(about_fr) <= 5000 AND length(about_en) <= 5000
        AND length(about_es) <= 5000)
);
COMMENT ON TABLE outreach.website_settings IS 'What the organisation''s own website shows of us; one row';
COMMENT ON COLUMN outreach.website_settings.sites IS 'Origins that may show our forms in a frame';
SELECT platform.audit_attach('outreach.website_settings');

CREATE TABLE outreach.website_request (
    id                uuid        NOT NULL,
    version           integer     NOT NULL DEFAULT 1,
    kind              text        NOT NULL,
    state             text        NOT NULL DEFAULT 'PENDING',
    mail              text,
    name              text        NOT NULL DEFAULT '',
    organisation_name text,
    message           text,
    language          text        NOT NULL,
    wording           text,
    asked_at          timestamptz NOT NULL,
    confirmed_at      timestamptz,
    ended_at          timestamptz,
    person            uuid,
    prospect          uuid,
    CONSTRAINT website_request_pk PRIMARY KEY (id),
    CONSTRAINT website_request_kind_is_known CHECK (kind IN ('SUBSCRIBE', 'JOIN')),
    CONSTRAINT website_request_state_is_known CHECK (state IN ('PENDING', 'CONFIRMED', 'DONE', 'DISMISSED')),
    CONSTRAINT website_request_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT website_request_prospect_fk FOREIGN KEY (prospect) REFERENCES resources.prospect (id) ON DELETE SET NULL
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT website_request_is_confirmed_once CHECK ((state = 'PENDING') = (confirmed_at IS NULL)),
    CONSTRAINT website_request_ends_once CHECK ((state IN ('DONE', 'DISMISSED')) = (ended_at IS NOT NULL)),
    CONSTRAINT website_request_mail_is_in_lower_case CHECK (mail = lower(mail)),
    CONSTRAINT website_request_consent_has_its_wording CHECK ((kind = 'SUBSCRIBE') = (wording IS NOT NULL)),
    CONSTRAINT website_request_texts_are_bounded CHECK (length(mail) <= 254 AND length(name) <= 200
        AND length(organisation_name) <= 200 AND length(message) <= 2000 AND length(wording) <= 4000)
);
COMMENT ON TABLE outreach.website_request IS 'What a visitor asked by a form of the website: the newsletter, or to join';
COMMENT ON COLUMN outreach.website_request.wording IS 'The exact words of the consent, with the sender (R-CASL-3)';
COMMENT ON COLUMN outreach.website_request.person IS 'The person of the directory to whom a confirmed subscription belongs';
CREATE INDEX website_request_by_person ON outreach.website_request (person);
CREATE INDEX website_request_by_prospect ON outreach.website_request (prospect);
CREATE INDEX website_request_by_mail ON outreach.website_request (mail, asked_at);
-- What visitors typed goes with their request, and leaves nothing in the history.
SELECT platform.audit_attach('outreach.website_request', ARRAY ['mail', 'name', 'organisation_name', 'message']);

CREATE TABLE outreach.website_letter (
    id        uuid        NOT NULL,
    address   bytea       NOT NULL,
    posted_at timestamptz NOT NULL,
    confirmed boolean     NOT NULL DEFAULT false,
    CONSTRAINT website_letter_pk PRIMARY KEY (id)
);
COMMENT ON TABLE outreach.website_letter IS 'A letter that asks an address to confirm, kept 30 days to limit them';
COMMENT ON COLUMN outreach.website_letter.address IS 'SHA-256 of the address in lower case';
COMMENT ON COLUMN outreach.website_letter.confirmed IS 'Whether the address confirmed a request since';
CREATE INDEX website_letter_by_address ON outreach.website_letter (address, posted_at);
CREATE INDEX website_letter_by_posting ON outreach.website_letter (posted_at);
SELECT platform.backup_leave_out('outreach.website_letter', 'hashes of addresses, kept 30 days to limit letters');

CREATE TABLE outreach.website_link (
    id      uuid        NOT NULL,
    request uuid        NOT NULL,
    token   bytea       NOT NULL,
    made_at timestamptz NOT NULL,
    CONSTRAINT website_link_pk PRIMARY KEY (id),
    CONSTRAINT website_link_request_fk FOREIGN KEY (request) REFERENCES outreach.website_request (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT website_link_token_is_unique UNIQUE (token)
);
COMMENT ON COLUMN outreach.website_link.token IS 'SHA-256 of the secret, which is nowhere in clear';
CREATE INDEX website_link_by_request ON outreach.website_link (request);
SELECT platform.backup_leave_out('outreach.website_link', 'hashes of secrets; the form sends a new link');
