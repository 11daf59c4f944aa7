CREATE TABLE resources.spending_funder_form (
    id       uuid    NOT NULL,
    version  integer NOT NULL DEFAULT 1,
    budget   uuid    NOT NULL,
    name     text    NOT NULL,
    document uuid    NOT NULL,
    places   jsonb   NOT NULL DEFAULT '{}',
    CONSTRAINT spending_funder_form_pk PRIMARY KEY (id),
    CONSTRAINT spending_funder_form_budget_fk FOREIGN KEY (budget)
        REFERENCES resources.spending_budget (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT spending_funder_form_document_fk FOREIGN KEY (document)
        REFERENCES platform.document (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT spending_funder_form_name_is_short_text CHECK (length(name) BETWEEN 1 AND 300),
    CONSTRAINT spending_funder_form_places_are_an_object CHECK (jsonb_typeof(places) = 'object')
);
COMMENT ON TABLE resources.spending_funder_form IS 'A form in which the funder of a budget wants its financial reports';
COMMENT ON COLUMN resources.spending_funder_form.places IS 'For each figure of the report, the place in the form: {"total.spent": "D12"}';
CREATE INDEX spending_funder_form_by_budget ON resources.spending_funder_form (budget);
CREATE INDEX spending_funder_form_by_document ON resources.spending_funder_form (document);
SELECT platform.audit_attach('resources.spending_funder_form');
