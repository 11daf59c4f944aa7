-- A request that came by the public form keeps who asked in their own words; what is no request is set aside.
ALTER TABLE cooperation.partner_request
    ADD COLUMN asker text NOT NULL DEFAULT '',
    ADD COLUMN contact_name text NOT NULL DEFAULT '',
    ADD COLUMN contact_reach text NOT NULL DEFAULT '',
    ADD COLUMN language text NOT NULL DEFAULT '',
    DROP CONSTRAINT partner_request_state_is_known,
    ADD CONSTRAINT partner_request_state_is_known
        CHECK (state IN ('OPEN', 'PROJECT', 'ELSEWHERE', 'REFUSED', 'DISCARDED')),
    ADD CONSTRAINT partner_request_asker_is_bounded CHECK (length(asker) <= 200 AND length(contact_name) <= 200
        AND length(contact_reach) <= 254 AND length(language) <= 10),
    ADD CONSTRAINT partner_request_discarded_came_by_form CHECK (state <> 'DISCARDED' OR asker <> '');
COMMENT ON COLUMN cooperation.partner_request.asker IS 'The organisation as typed in the public form; empty for what we noted ourselves';
COMMENT ON COLUMN cooperation.partner_request.contact_reach IS 'A mail address or a telephone, as typed; emptied 90 days after the answer, as contact_name';
COMMENT ON COLUMN cooperation.partner_request.language IS 'Code of the language in which the form was read; empty for what we noted ourselves';
COMMENT ON COLUMN cooperation.partner_request.state IS 'Open; became a project; goes on elsewhere (an application, an appeal, a support); refused; discarded because it is no request';
