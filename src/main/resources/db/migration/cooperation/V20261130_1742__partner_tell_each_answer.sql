-- Each answer stays to be told to the partner, also a yes. Those given before this rule are taken for told.

ALTER TABLE cooperation.partner_request DROP CONSTRAINT partner_request_told_is_a_refusal;
UPDATE cooperation.partner_request SET told_on = answered_on, version = version + 1
 WHERE state IN ('PROJECT', 'ELSEWHERE') AND told_on IS NULL;
ALTER TABLE cooperation.partner_request ADD CONSTRAINT partner_request_told_is_answered
    CHECK (told_on IS NULL OR answered_on IS NOT NULL);
COMMENT ON COLUMN cooperation.partner_request.told_on IS 'The day on which the answer was noted as told to the partner; null before';
