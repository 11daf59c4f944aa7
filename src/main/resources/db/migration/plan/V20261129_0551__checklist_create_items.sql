-- Checklists: items attached to a record of any module by its kind and id.

CREATE TABLE plan.checklist_item (
    id       uuid    NOT NULL,
    version  integer NOT NULL DEFAULT 1,
    kind     text    NOT NULL,
    subject  uuid    NOT NULL,
    position integer NOT NULL,
    label    text    NOT NULL,
    owner    uuid,
    due_on   date,
    done_on  date,
    proof    text,
    document uuid,
    CONSTRAINT checklist_item_pk PRIMARY KEY (id),
    CONSTRAINT checklist_item_owner_fk FOREIGN KEY (owner) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT checklist_item_document_fk FOREIGN KEY (document) REFERENCES platform.document (id) ON DELETE SET NULL
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT checklist_item_kind_is_a_module CHECK (kind ~ '^[a-z]+\.[a-z]+$'),
    CONSTRAINT checklist_item_position_is_sound CHECK (position BETWEEN 1 AND 1000),
    CONSTRAINT checklist_item_texts_are_short CHECK (length(label) BETWEEN 1 AND 300 AND length(proof) BETWEEN 1 AND 500)
);
COMMENT ON TABLE plan.checklist_item IS 'What must be done for a record, by whom, until when, and what proves it';
COMMENT ON COLUMN plan.checklist_item.kind IS 'The module of the record, such as safety.mission';
COMMENT ON COLUMN plan.checklist_item.proof IS 'A sentence; the file is in document';
CREATE INDEX checklist_item_by_subject ON plan.checklist_item (kind, subject, position);
CREATE INDEX checklist_item_by_owner ON plan.checklist_item (owner) WHERE done_on IS NULL;
CREATE INDEX checklist_item_by_due_day ON plan.checklist_item (due_on) WHERE done_on IS NULL;
SELECT platform.audit_attach('plan.checklist_item');
