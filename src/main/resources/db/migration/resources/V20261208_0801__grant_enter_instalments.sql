-- An instalment received is one payment of the ledger, which the accountant accepts as any other.
ALTER TABLE resources.grant_agreement_due ADD COLUMN payment uuid UNIQUE,
    ADD CONSTRAINT grant_agreement_due_payment_is_of_an_instalment
        CHECK (payment IS NULL OR (kind = 'INSTALMENT' AND done_on IS NOT NULL));
COMMENT ON COLUMN resources.grant_agreement_due.payment IS
    'The payment of the ledger by which it arrived; null for a deliverable, a refund, and what was noted before the ledger had it';
