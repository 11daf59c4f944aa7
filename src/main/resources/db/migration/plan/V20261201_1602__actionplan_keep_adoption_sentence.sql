-- What the file of a plan says of its adoption is proposed when the adoption is recorded.
ALTER TABLE plan.actionplan_plan ADD COLUMN adoption_words text
    CONSTRAINT actionplan_plan_adoption_words_are_short CHECK (length(adoption_words) BETWEEN 1 AND 500);
COMMENT ON COLUMN plan.actionplan_plan.adoption_words IS 'The sentence of its file that says who adopted it, and when';
