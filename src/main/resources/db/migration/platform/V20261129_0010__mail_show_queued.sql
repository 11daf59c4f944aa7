-- A letter perhaps sent may be in the queue once more, or wait for a person's decision: pages that take letters back tell the two apart.
CREATE OR REPLACE VIEW platform.mail_letter_status AS
SELECT id, matter, record_id,
       CASE WHEN state = 'SENDING' THEN 'PERHAPS_SENT'
            WHEN state = 'QUEUED' THEN CASE WHEN recipient = '' THEN 'WITHHELD' WHEN cut_off THEN 'PERHAPS_SENT' ELSE 'WAITING' END
            WHEN state = 'FAILED' THEN CASE WHEN problem IN ('REFUSED_RECIPIENT', 'BOUNCED') THEN 'REFUSED'
                                            WHEN cut_off OR problem = 'RESTORED' THEN 'PERHAPS_SENT'
                                            ELSE 'WITHHELD' END
            ELSE state END AS state,
       CASE WHEN state IN ('SENT', 'DELIVERED_OTHERWISE') THEN sent_at END AS left_on,
       problem AS reason, handed, decided_by, decided_at, posted_at,
       state IN ('QUEUED', 'PERHAPS_SENT') AND recipient <> '' AS queued
  FROM platform.mail_message;

-- Since when the mail server takes nothing: the first failure of the connection after the last letter that left.
ALTER TABLE platform.mail_message ADD COLUMN failing_since timestamptz;
COMMENT ON COLUMN platform.mail_message.failing_since IS 'The first failed connection for this letter after the last letter that left; null if its last attempt reached the server';
