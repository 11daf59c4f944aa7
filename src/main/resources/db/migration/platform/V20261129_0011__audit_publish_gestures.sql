CREATE OR REPLACE VIEW platform.audit_change AS
SELECT id, at, transaction_id, actor_label, table_name, row_id, operation, before, after, redacted_at, gesture
  FROM platform.audit_entry;
