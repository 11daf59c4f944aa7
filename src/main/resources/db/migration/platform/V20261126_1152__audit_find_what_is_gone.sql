-- What was taken out of a table is looked for each night: without an index of its own, all that ever changed is read.
CREATE INDEX audit_entry_of_what_is_gone ON platform.audit_entry (table_name, at)
    WHERE operation = 'DELETE' AND redacted_at IS NULL;
