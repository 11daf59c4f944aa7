-- An expense recorded after its period was filed is no part of the report: only the splits that were in it keep their cost.
ALTER TABLE resources.spending_split ADD COLUMN filed boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN resources.spending_split.filed IS 'Whether a filed report has it: then its cost stays as filed';
-- What a report has is told of closed expenses too; nothing else of them changes.
CREATE OR REPLACE FUNCTION resources.spending_keep_closed() RETURNS trigger LANGUAGE plpgsql SET search_path = resources, pg_temp AS $$
DECLARE
    free text[] := ARRAY['version', 'supplier', 'note', 'question', 'answer', 'on_site', 'words'];
BEGIN
    IF TG_TABLE_NAME = 'spending_expense' THEN
        IF NOT (TG_OP = 'UPDATE' AND to_jsonb(NEW) - free = to_jsonb(OLD) - free) THEN
            RAISE EXCEPTION 'spending_batch_is_closed' USING ERRCODE = 'restrict_violation';
        END IF;
    ELSIF NOT (TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'filed' = to_jsonb(OLD) - 'filed')
          AND EXISTS (SELECT FROM resources.spending_expense e WHERE e.state = 'CLOSED' AND e.id IN
                      ((to_jsonb(OLD) ->> 'expense')::uuid, (to_jsonb(NEW) ->> 'expense')::uuid)) THEN
        RAISE EXCEPTION 'spending_batch_is_closed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN coalesce(NEW, OLD);
END
$$;
UPDATE resources.spending_split s SET filed = true
FROM resources.spending_line l, resources.spending_expense e, resources.spending_report r
WHERE l.id = s.line AND e.id = s.expense AND e.state <> 'COMMITTED' AND r.budget = l.budget
  AND r.filed_on IS NOT NULL AND e.day BETWEEN r.starts_on AND r.ends_on;
