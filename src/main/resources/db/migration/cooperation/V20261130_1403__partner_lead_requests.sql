-- A request that we say yes to may become an application or an appeal, which begins with it.
ALTER TABLE cooperation.partner_request
    ADD COLUMN leads_to text,
    ADD COLUMN lead_url text,
    ADD CONSTRAINT partner_request_lead_is_known CHECK (leads_to IN ('APPLICATION', 'APPEAL')),
    ADD CONSTRAINT partner_request_lead_is_elsewhere CHECK (leads_to IS NULL OR state = 'ELSEWHERE'),
    ADD CONSTRAINT partner_request_led_where_it_leads CHECK (lead_url IS NULL OR leads_to IS NOT NULL);
COMMENT ON COLUMN cooperation.partner_request.leads_to IS 'What it becomes outside projects, if it is one of these';
COMMENT ON COLUMN cooperation.partner_request.lead_url IS 'The page of the application or appeal that was made of it';
