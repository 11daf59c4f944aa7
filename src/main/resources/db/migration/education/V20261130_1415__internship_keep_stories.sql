CREATE TABLE education.internship_story (
    id           uuid    NOT NULL,
    version      integer NOT NULL DEFAULT 1,
    application  uuid    NOT NULL,
    learned      text    NOT NULL DEFAULT '',
    improve      text    NOT NULL DEFAULT '',
    story        text    NOT NULL DEFAULT '',
    for_reports  boolean NOT NULL DEFAULT false,
    for_members  boolean NOT NULL DEFAULT false,
    named        boolean NOT NULL DEFAULT false,
    until_on     date,
    agreed_on    date,
    withdrawn_on date,
    CONSTRAINT internship_story_pk PRIMARY KEY (id),
    CONSTRAINT internship_story_application_fk FOREIGN KEY (application) REFERENCES education.internship_application (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT internship_story_is_one_by_intern UNIQUE (application),
    CONSTRAINT internship_story_consent_has_its_days CHECK
        (NOT (for_reports OR for_members) OR (story <> '' AND until_on IS NOT NULL AND agreed_on IS NOT NULL)),
    CONSTRAINT internship_story_texts_are_bounded CHECK (length(learned) <= 4000 AND length(improve) <= 4000 AND length(story) <= 8000)
);
COMMENT ON TABLE education.internship_story IS 'What an intern says of the internship, and a story with the consent to tell it';
COMMENT ON COLUMN education.internship_story.for_reports IS 'Whether the intern agrees that our reports tell it';
COMMENT ON COLUMN education.internship_story.for_members IS 'Whether the intern agrees that members publish it';
COMMENT ON COLUMN education.internship_story.withdrawn_on IS 'Since when nobody may tell it: taken back, or the day after the end of the consent';
SELECT platform.audit_attach('education.internship_story', '{learned,improve,story}');
