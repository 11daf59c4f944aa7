-- What is due reads the actions that are not over, of thousands.
CREATE INDEX urgentaction_unfinished ON advocacy.urgentaction (state)
    WHERE state IN ('DRAFT', 'OUT') OR (state = 'CLOSED' AND sent_at IS NOT NULL AND reported_at IS NULL);
