-- The guides of countries, and the day on which the level of a country changed.

CREATE TABLE safety.guide_part (
    id          uuid    NOT NULL,
    version     integer NOT NULL DEFAULT 1,
    country     text    NOT NULL,
    heading     text    NOT NULL,
    content     text    NOT NULL,
    reviewed_by uuid,
    reviewed_on date    NOT NULL,
    CONSTRAINT guide_part_pk PRIMARY KEY (id),
    CONSTRAINT guide_part_is_one UNIQUE (country, heading),
    CONSTRAINT guide_part_reviewer_fk FOREIGN KEY (reviewed_by) REFERENCES directory.people_person (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT guide_part_country_is_a_code CHECK (country ~ '^[A-Z]{2}$'),
    CONSTRAINT guide_part_heading_is_known CHECK (heading IN ('CONTEXT', 'ADVISORY', 'ZONES', 'PARTNERS', 'TRANSPORT',
        'LODGING', 'COMMUNICATION', 'HEALTH', 'MONEY', 'CUSTOMS', 'CONTACTS', 'SCENARIOS', 'DIGITAL')),
    CONSTRAINT guide_part_content_is_bounded CHECK (length(content) BETWEEN 1 AND 8000)
);
COMMENT ON TABLE safety.guide_part IS 'What the guide of a country says under a heading, and who read it again when (R-SEC-5)';
CREATE INDEX guide_part_by_reviewer ON safety.guide_part (reviewed_by);
SELECT platform.audit_attach('safety.guide_part');

ALTER TABLE safety.guide_advisory ADD COLUMN changed_on date;
UPDATE safety.guide_advisory SET changed_on = published_on;
ALTER TABLE safety.guide_advisory ALTER COLUMN changed_on SET NOT NULL;
COMMENT ON COLUMN safety.guide_advisory.changed_on IS 'When its level last became another here: the guide of the country is read again';
