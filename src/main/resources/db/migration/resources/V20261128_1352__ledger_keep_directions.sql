ALTER TABLE resources.ledger_bank_columns
    ADD COLUMN unsigned text NOT NULL DEFAULT 'UNKNOWN',
    ADD COLUMN incoming text NOT NULL DEFAULT '',
    ADD COLUMN outgoing text NOT NULL DEFAULT '',
    ADD CONSTRAINT ledger_bank_columns_unsigned_is_known CHECK (unsigned IN ('INCOMING', 'OUTGOING', 'UNKNOWN'));
COMMENT ON COLUMN resources.ledger_bank_columns.unsigned IS 'What an amount without sign is, where no other column says it';
COMMENT ON COLUMN resources.ledger_bank_columns.incoming IS 'Words of the direction column for money that came, separated by commas';
COMMENT ON COLUMN resources.ledger_bank_columns.outgoing IS 'Words of the direction column for money that went, separated by commas';
