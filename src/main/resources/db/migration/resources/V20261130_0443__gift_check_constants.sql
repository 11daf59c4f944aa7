-- A column that holds a constant holds nothing else.

ALTER TABLE resources.gift_commitment
    ADD CONSTRAINT gift_commitment_method_is_of_money CHECK (method IN ('CHEQUE', 'TRANSFER', 'CASH', 'CARD'));
