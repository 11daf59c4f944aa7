CREATE TABLE platform.publicform_origin (
    id     uuid    NOT NULL,
    mark   text    NOT NULL,
    form   text    NOT NULL,
    number integer NOT NULL DEFAULT 0,
    CONSTRAINT publicform_origin_pk PRIMARY KEY (id),
    CONSTRAINT publicform_origin_is_one_by_form UNIQUE (mark, form),
    CONSTRAINT publicform_origin_mark_is_plain CHECK (mark ~ '^[a-z0-9-]{1,20}$'),
    CONSTRAINT publicform_origin_is_counted CHECK (number >= 0 AND length(form) <= 60)
);
COMMENT ON TABLE platform.publicform_origin IS 'How many public forms were sent from pages opened by a marked link, which is the same for all its readers (R-MAIL-6)';
COMMENT ON COLUMN platform.publicform_origin.form IS 'The name of the form; empty in the row that makes the mark known';
