ALTER TABLE outreach.event ADD COLUMN announced_at timestamptz;
COMMENT ON COLUMN outreach.event.announced_at IS 'When its public page first opened; null for a draft';
UPDATE outreach.event SET announced_at = now() WHERE state <> 'DRAFT';
