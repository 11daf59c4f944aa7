CREATE VIEW platform.document_file AS
SELECT id, name, discarded_at IS NOT NULL AS discarded FROM platform.document;
COMMENT ON VIEW platform.document_file IS 'Each stored file with its name; a discarded one is deleted within 24 hours';
REVOKE INSERT, UPDATE, DELETE ON platform.document_file FROM ${application};
