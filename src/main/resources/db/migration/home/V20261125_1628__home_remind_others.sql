-- Who was reminded of what on which day: once, whoever asks.
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
