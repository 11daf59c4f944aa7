-- A letter given up after days of attempts did not arrive, whatever the reason: it is refused, as a person understands it,
-- and not held back by somebody's decision.
CREATE OR REPLACE VIEW platform.mail_letter_status AS
SELECT id, matter, record_id,
       CASE WHEN state = 'SENDING' THEN 'PERHAPS_SENT'
            WHEN state = 'QUEUED' THEN CASE WHEN recipient = '' THEN 'WITHHELD' WHEN cut_off THEN 'PERHAPS_SENT' ELSE 'WAITING' END
            WHEN state = 'FAILED' THEN CASE WHEN coalesce(problem, '') NOT IN ('REFUSED_RECIPIENT', 'BOUNCED') AND (cut_off OR problem = 'RESTORED')
                                            THEN 'PERHAPS_SENT' ELSE 'REFUSED' END
            ELSE state END AS state,
       CASE WHEN state IN ('SENT', 'DELIVERED_OTHERWISE') THEN sent_at END AS left_on,
       problem AS reason, handed, decided_by, decided_at, posted_at,
       state IN ('QUEUED', 'PERHAPS_SENT') AND recipient <> '' AS queued
  FROM platform.mail_message;

-- The home page counts the letters that did not arrive.
CREATE INDEX mail_message_undelivered ON platform.mail_message (next_at) WHERE state IN ('FAILED', 'WITHHELD');
