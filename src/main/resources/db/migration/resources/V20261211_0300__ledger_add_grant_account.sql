ALTER TABLE resources.ledger_account DROP CONSTRAINT ledger_account_purpose_is_known;
ALTER TABLE resources.ledger_account ADD CONSTRAINT ledger_account_purpose_is_known CHECK (
        purpose IN ('BANK', 'RECEIVABLE', 'ADVANCE', 'LOSS', 'DUES', 'GIFT', 'APPEAL', 'GRANT', 'OTHER', 'TICKET', 'GST', 'QST'));
