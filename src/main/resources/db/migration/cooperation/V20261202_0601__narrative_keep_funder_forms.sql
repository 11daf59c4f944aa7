CREATE TABLE cooperation.narrative_funder_form (
    id       uuid    NOT NULL,
    version  integer NOT NULL DEFAULT 1,
    project  uuid    NOT NULL,
    name     text    NOT NULL,
    document uuid    NOT NULL,
    places   jsonb   NOT NULL DEFAULT '{}',
    CONSTRAINT narrative_funder_form_pk PRIMARY KEY (id),
    CONSTRAINT narrative_funder_form_project_fk FOREIGN KEY (project)
        REFERENCES cooperation.project (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT narrative_funder_form_document_fk FOREIGN KEY (document)
        REFERENCES platform.document (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT narrative_funder_form_name_is_short_text CHECK (length(name) BETWEEN 1 AND 300),
    CONSTRAINT narrative_funder_form_places_are_an_object CHECK (jsonb_typeof(places) = 'object')
);
COMMENT ON TABLE cooperation.narrative_funder_form IS 'A file in which a funder of a project wants its narrative reports';
COMMENT ON COLUMN cooperation.narrative_funder_form.places IS
    'For a hash of the heading of each section, the place in the form, so that the reports of later years find it';
CREATE INDEX narrative_funder_form_by_project ON cooperation.narrative_funder_form (project);
CREATE INDEX narrative_funder_form_by_document ON cooperation.narrative_funder_form (document);
SELECT platform.audit_attach('cooperation.narrative_funder_form');
