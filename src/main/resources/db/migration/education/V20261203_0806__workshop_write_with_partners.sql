-- A workshop written with a member or a partner: what each brings, its review and its licence.
ALTER TABLE education.workshop
    ADD COLUMN with_partner     uuid,
    ADD COLUMN with_we_bring    text,
    ADD COLUMN with_they_bring  text,
    ADD COLUMN with_reviewed_on date,
    ADD COLUMN with_licence     text,
    ADD CONSTRAINT workshop_with_partner_fk FOREIGN KEY (with_partner) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    ADD CONSTRAINT workshop_with_is_whole CHECK (
        with_partner IS NOT NULL OR num_nonnulls(with_we_bring, with_they_bring, with_reviewed_on, with_licence) = 0),
    ADD CONSTRAINT workshop_with_is_reviewed_first CHECK (
        with_partner IS NULL OR NOT published OR (with_reviewed_on IS NOT NULL AND with_licence IS NOT NULL)),
    ADD CONSTRAINT workshop_with_texts_are_bounded CHECK (
        length(with_we_bring) <= 1000 AND length(with_they_bring) <= 1000 AND length(with_licence) BETWEEN 1 AND 200);
COMMENT ON COLUMN education.workshop.with_partner IS 'The organisation with which the workshop is written';
COMMENT ON COLUMN education.workshop.with_reviewed_on IS 'When that organisation reviewed the outline';
CREATE INDEX workshop_by_partner ON education.workshop (with_partner) WHERE with_partner IS NOT NULL;
