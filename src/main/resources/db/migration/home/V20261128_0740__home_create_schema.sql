-- Group home: what users have of their own on the first page: postponed lines, the calendar feed of deadlines, the Monday
-- mail, reminders.

CREATE SCHEMA IF NOT EXISTS home;

CREATE TABLE home.put_off (
    account uuid NOT NULL,
    subject text NOT NULL,
    until   date NOT NULL,
    CONSTRAINT put_off_pk PRIMARY KEY (account, subject),
    CONSTRAINT put_off_account_fk FOREIGN KEY (account) REFERENCES identity.account (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT put_off_subject_is_a_key CHECK (length(subject) BETWEEN 3 AND 200 AND subject ~ '^[a-z.]+/')
);
COMMENT ON TABLE home.put_off IS 'Lines of the first page that somebody does not want to see before a day';
COMMENT ON COLUMN home.put_off.subject IS 'The line''s key, as its module calls it';
CREATE INDEX put_off_by_day ON home.put_off (until);

CREATE TABLE home.feed (
    account    uuid        NOT NULL,
    token_hash bytea       NOT NULL,
    made_at    timestamptz NOT NULL,
    CONSTRAINT feed_pk PRIMARY KEY (account),
    CONSTRAINT feed_account_fk FOREIGN KEY (account) REFERENCES identity.account (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT feed_token_hash_key UNIQUE (token_hash)
);
COMMENT ON TABLE home.feed IS 'The address at which a calendar reads somebody''s deadlines, as the hash of its secret';
SELECT platform.backup_leave_out('home.feed', 'hashes of secrets; a new address is a gesture away');

CREATE TABLE home.feed_entry (
    account     uuid        NOT NULL,
    subject     text        NOT NULL,
    sequence    integer     NOT NULL,
    fingerprint text        NOT NULL,
    day         date        NOT NULL,
    begins      timestamp,
    told_at     timestamptz NOT NULL,
    gone_at     timestamptz,
    CONSTRAINT feed_entry_pk PRIMARY KEY (account, subject),
    CONSTRAINT feed_entry_account_fk FOREIGN KEY (account) REFERENCES identity.account (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT feed_entry_subject_is_short CHECK (length(subject) BETWEEN 3 AND 200),
    CONSTRAINT feed_entry_sequence_counts CHECK (sequence >= 0)
);
COMMENT ON TABLE home.feed_entry IS 'What a calendar was told last of a deadline, so that it is told of changes; no words';
COMMENT ON COLUMN home.feed_entry.fingerprint IS 'Of the day, the words and the address that were told';
COMMENT ON COLUMN home.feed_entry.gone_at IS 'Since when it is told as cancelled';

CREATE TABLE home.monday_choice (
    account uuid NOT NULL,
    choice  text NOT NULL,
    CONSTRAINT monday_choice_pk PRIMARY KEY (account),
    CONSTRAINT monday_choice_account_fk FOREIGN KEY (account) REFERENCES identity.account (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT monday_choice_is_known CHECK (choice IN ('USUAL', 'NEVER', 'BUSY', 'ALWAYS'))
);
COMMENT ON TABLE home.monday_choice IS 'Whether somebody wants the Monday mail';
COMMENT ON COLUMN home.monday_choice.choice IS 'USUAL: nobody asked; what her role has';

CREATE TABLE home.monday_letter (
    account uuid NOT NULL,
    monday  date NOT NULL,
    CONSTRAINT monday_letter_pk PRIMARY KEY (account, monday),
    CONSTRAINT monday_letter_account_fk FOREIGN KEY (account) REFERENCES identity.account (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT monday_letter_is_of_a_monday CHECK (extract(isodow FROM monday) = 1)
);
COMMENT ON TABLE home.monday_letter IS 'For whom a week''s mail was decided already; once, whatever happens';
CREATE INDEX monday_letter_by_week ON home.monday_letter (monday);

-- Each reminder once a day for each person and subject, whoever requests it.
CREATE TABLE home.reminder (
    account uuid NOT NULL,
    subject text NOT NULL,
    day     date NOT NULL,
    CONSTRAINT reminder_pk PRIMARY KEY (account, subject, day),
    CONSTRAINT reminder_account_fk FOREIGN KEY (account) REFERENCES identity.account (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT reminder_subject_is_short CHECK (length(subject) BETWEEN 3 AND 200)
);
COMMENT ON TABLE home.reminder IS 'Reminders that went by mail, to whom and of what';
CREATE INDEX reminder_by_day ON home.reminder (day);

-- Each letter has a secret of its own, so that any letter can stop the later ones.
CREATE TABLE home.monday_stop (
    token_hash bytea       NOT NULL,
    account    uuid        NOT NULL,
    made_at    timestamptz NOT NULL,
    CONSTRAINT monday_stop_pk PRIMARY KEY (token_hash),
    CONSTRAINT monday_stop_account_fk FOREIGN KEY (account) REFERENCES identity.account (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE home.monday_stop IS 'By which link a letter stops those that come after it, as the hash of its secret';
CREATE INDEX monday_stop_by_account ON home.monday_stop (account, made_at);
SELECT platform.backup_leave_out('home.monday_stop', 'hashes of secrets; the next letter has a link of its own');
