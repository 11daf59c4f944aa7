-- What opens a door stays out of a backup: a new address is a gesture away, and no backup holds the keys that open this one.
SELECT platform.backup_leave_out('plan.mailbox_address', 'hashes of secrets; a new address is a gesture away');
