-- A funder keeps a part of an instalment back, or pays on another day: what arrived is noted, not what was planned.
ALTER TABLE resources.grant_agreement_due ADD COLUMN received numeric(16, 2);
ALTER TABLE resources.grant_agreement_due ADD CONSTRAINT grant_agreement_due_received_is_paid
    CHECK (received IS NULL OR (received > 0 AND kind = 'INSTALMENT' AND done_on IS NOT NULL));
COMMENT ON COLUMN resources.grant_agreement_due.received IS 'What arrived of an instalment; null if it is what was planned';
