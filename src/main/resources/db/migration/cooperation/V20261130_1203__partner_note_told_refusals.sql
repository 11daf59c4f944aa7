-- A refusal is decided here and written to the partner elsewhere: until that is noted, it remains to be done.
ALTER TABLE cooperation.partner_request ADD COLUMN told_on date;
ALTER TABLE cooperation.partner_request ADD CONSTRAINT partner_request_told_is_a_refusal CHECK (told_on IS NULL OR state = 'REFUSED');
COMMENT ON COLUMN cooperation.partner_request.told_on IS 'The day on which the refusal was noted as told to the partner; null before';
