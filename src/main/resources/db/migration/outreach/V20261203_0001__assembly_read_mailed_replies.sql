-- A letter about a meeting may be answered by mail: its address for replies is recognised by a hash, like its link (R-GOV-16).
ALTER TABLE outreach.assembly_link ADD COLUMN reply_hash bytea,
    ADD COLUMN told_begins timestamp,
    ADD CONSTRAINT assembly_link_reply_key UNIQUE (reply_hash),
    ADD CONSTRAINT assembly_link_reply_is_a_hash CHECK (octet_length(reply_hash) = 32),
    ADD CONSTRAINT assembly_link_reply_knows_hour CHECK ((reply_hash IS NULL) OR told_begins IS NOT NULL);
COMMENT ON COLUMN outreach.assembly_link.told_begins IS 'The hour that its letter tells: an answer to it counts for that hour only';
