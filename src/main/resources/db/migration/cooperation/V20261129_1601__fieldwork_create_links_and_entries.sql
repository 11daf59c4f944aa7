-- The page that a partner opens by a link and a PIN, the telephones that send from it, and what they sent.

CREATE TABLE cooperation.fieldwork_link (
    id           uuid        NOT NULL,
    organisation uuid        NOT NULL,
    language     text        NOT NULL,
    country      text        NOT NULL,
    token        bytea       NOT NULL,
    pin_mark     text        NOT NULL,
    wrong_pins   integer     NOT NULL DEFAULT 0,
    public_key   text        NOT NULL,
    private_key  text        NOT NULL,
    made_at      timestamptz NOT NULL,
    until        date        NOT NULL,
    opened_at    timestamptz,
    revoked_at   timestamptz,
    CONSTRAINT fieldwork_link_pk PRIMARY KEY (id),
    CONSTRAINT fieldwork_link_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT fieldwork_link_token_is_unique UNIQUE (token),
    CONSTRAINT fieldwork_link_language_is_spoken CHECK (language IN ('es', 'fr', 'en', 'ht')),
    CONSTRAINT fieldwork_link_country_is_a_code CHECK (country ~ '^[A-Z]{2}$')
);
COMMENT ON TABLE cooperation.fieldwork_link IS 'A link to the page of a partner';
COMMENT ON COLUMN cooperation.fieldwork_link.token IS 'SHA-256 of the secret, which is nowhere in clear';
COMMENT ON COLUMN cooperation.fieldwork_link.pin_mark IS 'Keyed mark of the PIN, which is no key itself';
COMMENT ON COLUMN cooperation.fieldwork_link.private_key IS 'Sealed; opens what telephones encrypted with the public key';
CREATE INDEX fieldwork_link_by_organisation ON cooperation.fieldwork_link (organisation);
SELECT platform.backup_leave_out('cooperation.fieldwork_link', 'hashes of secrets and a key; a new link is a gesture away');

CREATE TABLE cooperation.fieldwork_device (
    link         uuid        NOT NULL,
    device       text        NOT NULL,
    first_at     timestamptz NOT NULL,
    last_at      timestamptz NOT NULL,
    forgotten_at timestamptz,
    CONSTRAINT fieldwork_device_pk PRIMARY KEY (link, device),
    CONSTRAINT fieldwork_device_link_fk FOREIGN KEY (link) REFERENCES cooperation.fieldwork_link (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT fieldwork_device_name_is_short CHECK (length(device) BETWEEN 1 AND 64)
);
COMMENT ON TABLE cooperation.fieldwork_device IS 'A telephone that sent from a link; told to forget, it deletes what it holds';
SELECT platform.backup_leave_out('cooperation.fieldwork_device', 'belongs to links that are left out');

CREATE TABLE cooperation.fieldwork_part (
    link       uuid    NOT NULL,
    photograph uuid    NOT NULL,
    number     integer NOT NULL,
    parts      integer NOT NULL,
    content    bytea   NOT NULL,
    CONSTRAINT fieldwork_part_pk PRIMARY KEY (link, photograph, number),
    CONSTRAINT fieldwork_part_link_fk FOREIGN KEY (link) REFERENCES cooperation.fieldwork_link (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT fieldwork_part_is_counted CHECK (parts BETWEEN 1 AND 64 AND number BETWEEN 0 AND parts - 1)
);
COMMENT ON TABLE cooperation.fieldwork_part IS 'Encrypted part of a photograph that is not complete yet';
SELECT platform.backup_leave_out('cooperation.fieldwork_part', 'opened by the keys of links that are left out');

CREATE TABLE cooperation.fieldwork_entry (
    id           uuid        NOT NULL,
    version      integer     NOT NULL DEFAULT 1,
    organisation uuid        NOT NULL,
    link         uuid,
    device       text        NOT NULL DEFAULT '',
    sequence     integer     NOT NULL DEFAULT 0,
    position     integer     NOT NULL DEFAULT 0,
    kind         text        NOT NULL,
    state        text        NOT NULL,
    language     text        NOT NULL,
    country      text        NOT NULL,
    received_on  date        NOT NULL,
    received_at  timestamptz NOT NULL,
    happened_on  date,
    label        text        NOT NULL DEFAULT '',
    details      text        NOT NULL DEFAULT '',
    typed        text        NOT NULL DEFAULT '',
    figure       numeric(15, 4),
    currency     text,
    women        integer,
    men          integer,
    others       integer,
    not_stated   integer,
    photograph   uuid,
    document     uuid,
    comment      text        NOT NULL DEFAULT '',
    answer       text        NOT NULL DEFAULT '',
    decided_by   text        NOT NULL DEFAULT '',
    decided_on   date,
    became       text,
    CONSTRAINT fieldwork_entry_pk PRIMARY KEY (id),
    CONSTRAINT fieldwork_entry_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT fieldwork_entry_comes_once UNIQUE (link, device, sequence, position),
    CONSTRAINT fieldwork_entry_kind_is_known CHECK (kind IN ('HAPPENED', 'FIGURES', 'SPENT', 'QUESTION')),
    CONSTRAINT fieldwork_entry_state_is_known CHECK (state IN ('DRAFT', 'WAITING', 'RETURNED', 'ACCEPTED')),
    CONSTRAINT fieldwork_entry_return_has_its_comment CHECK (state <> 'RETURNED' OR length(comment) > 0),
    CONSTRAINT fieldwork_entry_decision_has_its_day CHECK ((state IN ('RETURNED', 'ACCEPTED')) = (decided_on IS NOT NULL)),
    CONSTRAINT fieldwork_entry_counts_are_counts CHECK (women >= 0 AND men >= 0 AND others >= 0 AND not_stated >= 0),
    CONSTRAINT fieldwork_entry_texts_are_bounded CHECK (length(label) <= 300 AND length(details) <= 4000
        AND length(typed) <= 100 AND length(comment) <= 1000 AND length(answer) <= 4000 AND length(decided_by) <= 300)
);
COMMENT ON TABLE cooperation.fieldwork_entry IS 'What a partner sent: what happened, a figure, an expense, a question';
COMMENT ON COLUMN cooperation.fieldwork_entry.link IS 'With device, sequence and position it tells an envelope sent twice; the link itself may be gone';
COMMENT ON COLUMN cooperation.fieldwork_entry.typed IS 'The number as typed; figure is how the country reads it, empty if it cannot be read';
COMMENT ON COLUMN cooperation.fieldwork_entry.photograph IS 'Named by the telephone; the document follows when all its parts came';
COMMENT ON COLUMN cooperation.fieldwork_entry.became IS 'The page of the realisation or of the expense that it became';
CREATE INDEX fieldwork_entry_by_organisation ON cooperation.fieldwork_entry (organisation, received_on);
CREATE INDEX fieldwork_entry_by_state ON cooperation.fieldwork_entry (state, received_on, id);
CREATE INDEX fieldwork_entry_by_photograph ON cooperation.fieldwork_entry (link, photograph) WHERE photograph IS NOT NULL;
SELECT platform.audit_attach('cooperation.fieldwork_entry');
