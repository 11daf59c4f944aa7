-- A dump tells nothing beyond what the pages show: open answers lie in random order, and a session with fewer than
-- five answers leaves none when its evaluation closes (R-EDU-3).
COMMENT ON TABLE education.workshop_open_answer IS 'Answers while an evaluation is open; each new one shuffles those of its session under new ids';
SELECT platform.backup_leave_out('education.workshop_open_answer', 'answers that are not closed: two backups would tell what came between them');

ALTER TABLE education.workshop_session ADD COLUMN too_few boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN education.workshop_session.too_few IS 'Whether its evaluation closed with one to four answers, which were destroyed';
UPDATE education.workshop_session s SET too_few = true, version = version + 1
 WHERE s.closed_on IS NOT NULL AND (SELECT count(*) FROM education.workshop_answer a WHERE a.session = s.id) BETWEEN 1 AND 4;
DELETE FROM education.workshop_answer a USING education.workshop_session s WHERE s.id = a.session AND s.too_few;
