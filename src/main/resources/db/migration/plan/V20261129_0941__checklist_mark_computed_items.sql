-- An item with a code is done when its record says so: nobody completes it by hand, and no fact is typed twice.

ALTER TABLE plan.checklist_item
    ADD COLUMN code text,
    ADD CONSTRAINT checklist_item_code_is_short CHECK (length(code) BETWEEN 1 AND 60);
COMMENT ON COLUMN plan.checklist_item.code IS 'Which fact of its record completes it; null for an item that people complete';

UPDATE plan.checklist_item i
SET code = CASE WHEN label IN ('Fiche médicale scellée', 'Medical record sealed') THEN 'medical' ELSE 'proof-of-life' END,
    done_on = NULL, version = i.version + 1
FROM safety.mission m
WHERE i.kind = 'safety.mission' AND m.id = i.subject AND m.state IN ('PREPARED', 'APPROVED')
  AND label IN ('Fiche médicale scellée', 'Medical record sealed',
                'Preuve de vie et mot de détresse scellés', 'Proof of life and duress word sealed');
