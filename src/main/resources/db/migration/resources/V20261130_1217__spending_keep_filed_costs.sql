-- An expense recorded after its period was filed is no part of the report: only the splits that were in it keep their cost.
ALTER TABLE resources.spending_split ADD COLUMN filed boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN resources.spending_split.filed IS 'Whether a filed report has it: then its cost stays as filed';
UPDATE resources.spending_split s SET filed = true
FROM resources.spending_line l, resources.spending_expense e, resources.spending_report r
WHERE l.id = s.line AND e.id = s.expense AND e.state <> 'COMMITTED' AND r.budget = l.budget
  AND r.filed_on IS NOT NULL AND e.day BETWEEN r.starts_on AND r.ends_on;
