-- What a convened person answers, beside the notice that asked: by its link, or noted by hand.
ALTER TABLE outreach.assembly_notice
    ADD COLUMN answer      text,
    ADD COLUMN words       text,
    ADD COLUMN answered_at timestamptz,
    ADD COLUMN by_link     boolean,
    ADD CONSTRAINT assembly_notice_answer_is_known CHECK (answer IN ('COMING', 'NOT_COMING', 'SUBSTITUTE')),
    ADD CONSTRAINT assembly_notice_answer_is_whole
        CHECK (num_nonnulls(answer, words, answered_at, by_link) IN (0, 4) AND char_length(words) <= 300),
    DROP CONSTRAINT assembly_notice_kind_is_known,
    ADD CONSTRAINT assembly_notice_kind_is_known CHECK (kind IN ('CONVENED', 'MOVED', 'REMINDED', 'CANCELLED'));
COMMENT ON COLUMN outreach.assembly_notice.answer IS 'What its person announced; nobody is present by it';
COMMENT ON COLUMN outreach.assembly_notice.words IS 'The word that goes with the answer; may be empty';
COMMENT ON COLUMN outreach.assembly_notice.by_link IS 'Whether the person answered by the link, rather than a user for the person';
