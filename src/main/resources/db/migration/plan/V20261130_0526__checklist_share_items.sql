-- An item may need no proof, and may be the same point as one of another record: it is completed once.
ALTER TABLE plan.checklist_item
    ADD COLUMN needs_proof boolean NOT NULL DEFAULT true,
    ADD COLUMN shared      text,
    ADD CONSTRAINT checklist_item_shared_is_a_word CHECK (shared ~ '^[a-z-]{1,50}$');
COMMENT ON COLUMN plan.checklist_item.needs_proof IS 'Whether a sentence or a file must prove it; otherwise it is ticked on the list';
COMMENT ON COLUMN plan.checklist_item.shared IS 'The point that records of a group have in common; null for none';
CREATE INDEX checklist_item_by_shared ON plan.checklist_item (kind, shared, subject) WHERE shared IS NOT NULL;
