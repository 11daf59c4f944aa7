-- Undoing a merge puts rows back with ON CONFLICT DO NOTHING, which PostgreSQL refuses for a deferrable unique constraint.
ALTER TABLE advocacy.treaty
    DROP CONSTRAINT treaty_code_is_one,
    ADD CONSTRAINT treaty_code_is_one UNIQUE (code);
ALTER TABLE advocacy.urgentaction
    DROP CONSTRAINT urgentaction_has_one_number,
    ADD CONSTRAINT urgentaction_has_one_number UNIQUE (year, number);
ALTER TABLE advocacy.urgentaction_text
    DROP CONSTRAINT urgentaction_text_is_one_by_language,
    ADD CONSTRAINT urgentaction_text_is_one_by_language UNIQUE (action, language);
ALTER TABLE advocacy.urgentaction_sign_on
    DROP CONSTRAINT urgentaction_sign_on_is_one_by_organisation,
    ADD CONSTRAINT urgentaction_sign_on_is_one_by_organisation UNIQUE (action, organisation);
ALTER TABLE advocacy.position_text
    DROP CONSTRAINT position_text_is_one_by_language,
    ADD CONSTRAINT position_text_is_one_by_language UNIQUE (position, language);
ALTER TABLE advocacy.position_signatory
    DROP CONSTRAINT position_signatory_is_one,
    ADD CONSTRAINT position_signatory_is_one UNIQUE (position, organisation);
