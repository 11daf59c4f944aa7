-- What was decided of each line of a plan when the next one is prepared. Lines of which nothing was decided have no row:
-- what is proposed for them follows the facts.
CREATE TABLE plan.preparation_choice (
    action    uuid        NOT NULL,
    version   integer     NOT NULL DEFAULT 1,
    choice    text        NOT NULL,
    text      text,
    target    numeric,
    reason    text,
    batch     uuid,
    chosen_at timestamptz NOT NULL,
    CONSTRAINT preparation_choice_pk PRIMARY KEY (action),
    CONSTRAINT preparation_choice_action_fk FOREIGN KEY (action) REFERENCES plan.actionplan_action (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT preparation_choice_is_known CHECK (choice IN ('KEEP', 'REWORD', 'POSTPONE', 'WITHDRAW')),
    CONSTRAINT preparation_choice_rewords_in_words
        CHECK ((choice = 'REWORD') = (text IS NOT NULL) AND length(text) BETWEEN 1 AND 20000),
    CONSTRAINT preparation_choice_target_is_above_zero CHECK (target > 0),
    CONSTRAINT preparation_choice_reason_is_short_text CHECK (length(reason) BETWEEN 1 AND 2000)
);
COMMENT ON COLUMN plan.preparation_choice.text IS 'The words of the line in the next plan, where they are others';
COMMENT ON COLUMN plan.preparation_choice.target IS 'The number of its target in the next plan, where it is another';
COMMENT ON COLUMN plan.preparation_choice.reason IS 'Why it waits, where it is postponed';
COMMENT ON COLUMN plan.preparation_choice.batch IS 'The one gesture by which proposals were accepted together, so that it can be taken back';
CREATE INDEX preparation_choice_by_batch ON plan.preparation_choice (batch);
SELECT platform.audit_attach('plan.preparation_choice');
