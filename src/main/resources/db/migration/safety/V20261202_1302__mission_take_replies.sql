-- A reply to a letter of a traveller is a sign of life: its address is of that letter alone (R-SAFE-2).

ALTER TABLE safety.mission_link
    ADD COLUMN reply_hash bytea,
    ADD CONSTRAINT mission_link_reply_hash_key UNIQUE (reply_hash),
    ADD CONSTRAINT mission_link_reply_hash_is_a_hash CHECK (octet_length(reply_hash) = 32);
COMMENT ON COLUMN safety.mission_link.reply_hash IS 'Hash of the address to which its letter may be answered; NULL where replies are not read';

ALTER TABLE safety.mission_check_in
    DROP CONSTRAINT mission_check_in_channel_is_known,
    ADD CONSTRAINT mission_check_in_channel_is_known CHECK (channel IN ('LINK', 'PAGE', 'REPLY', 'NOTED', 'RETURN'));
