-- A call: what is asked of all members at once, on one reference date; whom one writes to for each; what was asked of whom,
-- and every letter that went.
CREATE TABLE resources.dues_arrangement (
    id                 uuid    NOT NULL,
    version            integer NOT NULL DEFAULT 1,
    organisation       uuid    NOT NULL,
    payer_organisation uuid,
    by_post            boolean NOT NULL DEFAULT false,
    address            text,
    instance           text,
    meets_on           date,
    note               text,
    CONSTRAINT dues_arrangement_pk PRIMARY KEY (id),
    CONSTRAINT dues_arrangement_organisation_key UNIQUE (organisation) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT dues_arrangement_organisation_fk FOREIGN KEY (organisation)
        REFERENCES directory.people_organisation (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT dues_arrangement_payer_organisation_fk FOREIGN KEY (payer_organisation)
        REFERENCES directory.people_organisation (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT dues_arrangement_another_pays CHECK (payer_organisation <> organisation),
    CONSTRAINT dues_arrangement_texts_are_short CHECK (
        length(address) BETWEEN 1 AND 500 AND length(instance) BETWEEN 1 AND 200 AND length(note) BETWEEN 1 AND 1000)
);
COMMENT ON TABLE resources.dues_arrangement IS 'How an organisation pays its dues, beside to whom one writes (membership_billing)';
COMMENT ON COLUMN resources.dues_arrangement.by_post IS 'Whether they are printed for the post instead';
COMMENT ON COLUMN resources.dues_arrangement.instance IS 'Which body of theirs decides to pay';
COMMENT ON COLUMN resources.dues_arrangement.meets_on IS 'When it meets next';
CREATE INDEX dues_arrangement_by_payer ON resources.dues_arrangement (payer_organisation);

CREATE TABLE resources.dues_call (
    id           uuid          NOT NULL,
    version      integer       NOT NULL DEFAULT 1,
    kind         text          NOT NULL,
    name         text          NOT NULL,
    reference    date          NOT NULL,
    due_on       date          NOT NULL,
    period_from  date,
    period_until date,
    amount       numeric(19,4),
    percent      numeric(7,4),
    letter       text,
    note         text,
    reminders    jsonb         NOT NULL DEFAULT '[]',
    reminding    boolean       NOT NULL DEFAULT false,
    issued_on    date,
    CONSTRAINT dues_call_pk PRIMARY KEY (id),
    CONSTRAINT dues_call_kind_is_known CHECK (kind IN ('ANNUAL', 'APPEAL')),
    CONSTRAINT dues_call_period_is_whole CHECK ((period_from IS NULL) = (period_until IS NULL)),
    CONSTRAINT dues_call_period_is_in_order CHECK (period_from <= period_until),
    CONSTRAINT dues_call_appeal_says_how_much CHECK ((kind = 'APPEAL') = (num_nonnulls(amount, percent) = 1)),
    CONSTRAINT dues_call_amounts_are_sound CHECK (amount > 0 AND percent > 0 AND percent <= 1000),
    CONSTRAINT dues_call_reminders_are_a_list CHECK (jsonb_typeof(reminders) = 'array' AND jsonb_array_length(reminders) <= 6),
    CONSTRAINT dues_call_texts_are_bounded CHECK (
        name = btrim(name) AND length(name) BETWEEN 1 AND 200 AND length(letter) BETWEEN 1 AND 8000
        AND length(note) BETWEEN 1 AND 4000)
);
COMMENT ON TABLE resources.dues_call IS 'What is asked of all members at once: the dues of a year, or an appeal beside them';
COMMENT ON COLUMN resources.dues_call.reference IS 'The one day whose members, rates and headcounts count';
COMMENT ON COLUMN resources.dues_call.percent IS 'For an appeal: so many hundredths of what the dues of the reference date are';
COMMENT ON COLUMN resources.dues_call.reminders IS 'After how many days past the due day one reminds';
COMMENT ON COLUMN resources.dues_call.reminding IS 'Whether reminders leave by themselves';
COMMENT ON COLUMN resources.dues_call.issued_on IS 'The day on which its invoices began to be issued; from then on it asks for nothing else';

CREATE TABLE resources.dues_share (
    call       uuid NOT NULL,
    membership uuid NOT NULL,
    excluded   text,
    invoice    uuid,
    rate       uuid,
    headcount  integer,
    status     text,
    counted_on date,
    CONSTRAINT dues_share_pk PRIMARY KEY (call, membership),
    CONSTRAINT dues_share_call_fk FOREIGN KEY (call) REFERENCES resources.dues_call (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT dues_share_membership_fk FOREIGN KEY (membership) REFERENCES resources.membership (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT dues_share_invoice_fk FOREIGN KEY (invoice) REFERENCES resources.ledger_invoice (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT dues_share_rate_fk FOREIGN KEY (rate) REFERENCES resources.dues_rate (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT dues_share_invoice_key UNIQUE (invoice),
    CONSTRAINT dues_share_is_asked_or_left_out CHECK (num_nonnulls(excluded, invoice) = 1),
    CONSTRAINT dues_share_reason_is_short_text CHECK (length(excluded) BETWEEN 1 AND 300)
);
COMMENT ON TABLE resources.dues_share IS 'What a call asked of a member and by which headcount, or why it asks nothing of it';

CREATE TABLE resources.dues_letter (
    invoice   uuid        NOT NULL,
    round     integer     NOT NULL,
    posted_at timestamptz NOT NULL,
    by_mail   boolean     NOT NULL,
    CONSTRAINT dues_letter_pk PRIMARY KEY (invoice, round),
    CONSTRAINT dues_letter_invoice_fk FOREIGN KEY (invoice) REFERENCES resources.ledger_invoice (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT dues_letter_rounds_count CHECK (round BETWEEN 0 AND 6)
);
COMMENT ON TABLE resources.dues_letter IS 'That an invoice, or its reminder of a round, left: by mail, or among what is printed';
COMMENT ON COLUMN resources.dues_letter.round IS '0 for the invoice itself';

SELECT platform.audit_attach('resources.dues_arrangement');
SELECT platform.audit_attach('resources.dues_call');
SELECT platform.audit_attach('resources.dues_share');
SELECT platform.audit_attach('resources.dues_letter');
