-- What the organisation's papers and letters show of it: empty texts where it says nothing.
ALTER TABLE platform.settings_organisation
    ADD COLUMN legal_name      text NOT NULL DEFAULT '' CONSTRAINT settings_organisation_legal_name CHECK (length(legal_name) <= 200),
    ADD COLUMN registration    text NOT NULL DEFAULT '' CONSTRAINT settings_organisation_registration CHECK (length(registration) <= 40),
    ADD COLUMN address         text NOT NULL DEFAULT '' CONSTRAINT settings_organisation_address CHECK (length(address) <= 400),
    ADD COLUMN phone           text NOT NULL DEFAULT '' CONSTRAINT settings_organisation_phone CHECK (length(phone) <= 60),
    ADD COLUMN mail            text NOT NULL DEFAULT '' CONSTRAINT settings_organisation_mail CHECK (length(mail) <= 200),
    ADD COLUMN site            text NOT NULL DEFAULT '' CONSTRAINT settings_organisation_site CHECK (length(site) <= 200),
    ADD COLUMN cheques_to      text NOT NULL DEFAULT '' CONSTRAINT settings_organisation_cheques_to CHECK (length(cheques_to) <= 200),
    ADD COLUMN bank_details    text NOT NULL DEFAULT '' CONSTRAINT settings_organisation_bank_details CHECK (length(bank_details) <= 600),
    ADD COLUMN signatory       text NOT NULL DEFAULT '' CONSTRAINT settings_organisation_signatory CHECK (length(signatory) <= 200),
    ADD COLUMN signatory_title text NOT NULL DEFAULT '' CONSTRAINT settings_organisation_signatory_title CHECK (length(signatory_title) <= 200),
    ADD COLUMN logo            text NOT NULL DEFAULT '';
COMMENT ON COLUMN platform.settings_organisation.registration IS 'Its number in the register of enterprises (NEQ).';
COMMENT ON COLUMN platform.settings_organisation.logo IS 'File name of its logo, whose picture is in settings_logo; empty without one.';

CREATE TABLE platform.settings_logo (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    picture  bytea NOT NULL
);
COMMENT ON TABLE platform.settings_logo IS 'The logo of the papers, a small JPEG; at most one row.';
