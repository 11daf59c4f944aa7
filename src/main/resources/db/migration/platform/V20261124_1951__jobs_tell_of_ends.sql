-- Who asked for a run is told once that it ended. What the system does by itself, nobody is told of.
ALTER TABLE platform.jobs_run ADD COLUMN told_at timestamptz;
COMMENT ON COLUMN platform.jobs_run.told_at IS 'When who asked for it was told that it ended';
UPDATE platform.jobs_run SET finished_at = coalesce(finished_at, now()), told_at = now()
WHERE state IN ('STOPPED', 'DONE', 'FAILED');
CREATE INDEX jobs_run_untold ON platform.jobs_run ((actor ->> 'id')) WHERE told_at IS NULL;
CREATE INDEX jobs_run_by_actor ON platform.jobs_run ((actor ->> 'id'), queued_at DESC, id DESC);
