ALTER TABLE outreach.website_settings ADD COLUMN asking boolean NOT NULL DEFAULT false;

ALTER TABLE outreach.website_request
    DROP CONSTRAINT website_request_kind_is_known,
    ADD CONSTRAINT website_request_kind_is_known CHECK (kind IN ('SUBSCRIBE', 'JOIN', 'ASK')),
    ADD CONSTRAINT website_request_question_has_its_words CHECK (kind <> 'ASK' OR message IS NOT NULL OR mail IS NULL);
COMMENT ON TABLE outreach.website_request IS 'What a visitor asked by a form of the website: the newsletter, to join, or a question';
