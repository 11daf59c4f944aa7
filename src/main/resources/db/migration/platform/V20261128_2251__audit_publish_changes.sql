CREATE VIEW platform.audit_change AS
SELECT id, at, transaction_id, actor_label, table_name, row_id, operation, before, after, redacted_at
  FROM platform.audit_entry;
COMMENT ON VIEW platform.audit_change IS 'Each change of a row, for modules that read the history of their own tables';
REVOKE INSERT, UPDATE, DELETE ON platform.audit_change FROM ${application};
