-- A release becomes a realisation when its embargo ends, not when that was decided.
ALTER TABLE outreach.media_release ADD COLUMN recorded_at timestamptz;
COMMENT ON COLUMN outreach.media_release.recorded_at IS 'When it was recorded as a realisation; null until it is public';
UPDATE outreach.media_release SET recorded_at = issued_at
 WHERE issued_at IS NOT NULL AND (embargo_until IS NULL OR embargo_until <= now());
UPDATE plan.realisation r SET state = 'WITHDRAWN', withdrawn_reason = 'taken back', version = r.version + 1
  FROM outreach.media_release m
 WHERE r.source_module = 'outreach.media' AND r.source_kind = 'release' AND r.source_id = m.id::text
   AND r.state = 'PLANNED' AND m.embargo_until > now();
