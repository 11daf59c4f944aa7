-- A balance that goes back to the funder is a movement of the agreement, as an instalment is: due on a day, paid on
-- another, with its proof.
ALTER TABLE resources.grant_agreement_due DROP CONSTRAINT grant_agreement_due_kind_is_known;
ALTER TABLE resources.grant_agreement_due ADD CONSTRAINT grant_agreement_due_kind_is_known
    CHECK (kind IN ('DELIVERABLE', 'INSTALMENT', 'REFUND'));
ALTER TABLE resources.grant_agreement_due DROP CONSTRAINT grant_agreement_due_instalment_has_amount;
ALTER TABLE resources.grant_agreement_due ADD CONSTRAINT grant_agreement_due_money_has_amount
    CHECK ((kind = 'DELIVERABLE') = (amount IS NULL));
ALTER TABLE resources.grant_agreement_due DROP CONSTRAINT grant_agreement_due_received_is_paid;
ALTER TABLE resources.grant_agreement_due ADD CONSTRAINT grant_agreement_due_received_is_paid
    CHECK (received IS NULL OR (received > 0 AND kind <> 'DELIVERABLE' AND done_on IS NOT NULL));
COMMENT ON COLUMN resources.grant_agreement_due.received IS
    'What arrived of an instalment, or went back of a refund; null if it is what was planned';
