ALTER TABLE cooperation.narrative_report DROP CONSTRAINT narrative_report_language_is_spoken;
ALTER TABLE cooperation.narrative_report
    ADD CONSTRAINT narrative_report_language_is_written CHECK (language IN ('fr', 'en', 'es'));
