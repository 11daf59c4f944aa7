ALTER TABLE education.internship_call DROP CONSTRAINT internship_call_texts_are_bounded;
ALTER TABLE education.internship_call ADD CONSTRAINT internship_call_texts_are_bounded CHECK (
    length(title_fr) BETWEEN 1 AND 200 AND length(title_en) <= 200 AND length(text_fr) BETWEEN 1 AND 10000
    AND length(text_en) <= 10000 AND length(destination) BETWEEN 1 AND 200
    AND length(contact) BETWEEN 1 AND 200 AND length(decision_note) BETWEEN 1 AND 1000);
COMMENT ON COLUMN education.internship_call.title_en IS 'Empty where the call is in French alone';

ALTER TABLE education.internship_criterion DROP CONSTRAINT internship_criterion_names_are_short;
ALTER TABLE education.internship_criterion ADD CONSTRAINT internship_criterion_names_are_short CHECK (
    length(name_fr) BETWEEN 1 AND 300 AND length(name_en) <= 300);
