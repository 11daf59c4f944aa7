-- The letters that wait are found by the index of those in hand, without reading every letter that ever left.
CREATE OR REPLACE VIEW platform.mail_letter_status AS
SELECT id, matter, record_id,
       CASE WHEN state = 'SENDING' THEN CASE WHEN cut_off THEN 'PERHAPS_SENT' ELSE 'WAITING' END
            WHEN state = 'QUEUED' THEN CASE WHEN recipient = '' THEN 'WITHHELD' WHEN cut_off THEN 'PERHAPS_SENT' ELSE 'WAITING' END
            WHEN state = 'FAILED' THEN CASE WHEN coalesce(problem, '') NOT IN ('REFUSED_RECIPIENT', 'BOUNCED') AND (cut_off OR problem = 'RESTORED')
                                            THEN 'PERHAPS_SENT' ELSE 'REFUSED' END
            ELSE state END AS state,
       CASE WHEN state IN ('SENT', 'DELIVERED_OTHERWISE') THEN sent_at END AS left_on,
       problem AS reason, handed, decided_by, decided_at, posted_at,
       state IN ('QUEUED', 'PERHAPS_SENT') AND recipient <> '' AS queued, recipient, purpose,
       state IN ('QUEUED', 'SENDING', 'PERHAPS_SENT') AS in_hand
  FROM platform.mail_message;
