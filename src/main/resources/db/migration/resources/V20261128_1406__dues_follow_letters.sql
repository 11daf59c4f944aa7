-- Each letter of a call has an identity, by which the outbox tells what became of it.
ALTER TABLE resources.dues_letter ADD COLUMN id uuid;
UPDATE resources.dues_letter SET id = gen_random_uuid();
ALTER TABLE resources.dues_letter
    ALTER COLUMN id SET NOT NULL,
    ADD CONSTRAINT dues_letter_id_key UNIQUE (id);
COMMENT ON COLUMN resources.dues_letter.id IS 'The record that the letter in the outbox regards, under the matter dues_letter';
COMMENT ON COLUMN resources.dues_letter.posted_at IS 'When it was given to the outbox or to the printer; when it left stands in platform.mail_letter_status';

-- Letters that the outbox still holds.
UPDATE platform.mail_message m SET matter = 'dues_letter', record_id = l.id
FROM resources.dues_letter l
WHERE m.about = l.invoice AND m.completer = 'dues-invoice' AND m.record_id IS NULL AND l.by_mail
  AND (m.purpose = 'dues_invoice') = (l.round = 0)
  AND m.posted_at BETWEEN l.posted_at - interval '1 minute' AND l.posted_at + interval '1 minute';
