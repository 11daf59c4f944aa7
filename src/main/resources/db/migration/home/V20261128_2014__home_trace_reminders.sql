-- A reminder leaves a trace on its record, and can be taken back until its letter left.
ALTER TABLE home.reminder
    ADD COLUMN id       uuid,
    ADD COLUMN asked_by uuid,
    ADD COLUMN asked_at timestamptz,
    ADD CONSTRAINT reminder_asked_by_fk FOREIGN KEY (asked_by) REFERENCES identity.account (id)
        DEFERRABLE INITIALLY IMMEDIATE;
UPDATE home.reminder SET id = gen_random_uuid(), asked_at = (day + time '12:00') AT TIME ZONE 'America/Toronto';
ALTER TABLE home.reminder
    ALTER COLUMN id SET NOT NULL,
    ALTER COLUMN asked_at SET NOT NULL,
    ADD CONSTRAINT reminder_id_key UNIQUE (id);
CREATE INDEX reminder_by_subject ON home.reminder (subject);
COMMENT ON TABLE home.reminder IS 'Reminders of records that wait on a person; whether their letters left is known by the outbox';
COMMENT ON COLUMN home.reminder.id IS 'The record that the letter in the outbox regards, under the matter home_reminder';
COMMENT ON COLUMN home.reminder.asked_by IS 'The account that asked for it; null for those asked before this was kept';
