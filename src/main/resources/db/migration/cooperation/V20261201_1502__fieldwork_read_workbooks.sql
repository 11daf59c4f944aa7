-- A partner's workbook is mapped once; each of its rows is an entry, which counts once however often the workbook is read.
CREATE TABLE cooperation.fieldwork_workbook (
    id           uuid    NOT NULL,
    version      integer NOT NULL DEFAULT 1,
    organisation uuid    NOT NULL,
    kind         text    NOT NULL,
    name         text    NOT NULL,
    titles       text[]  NOT NULL,
    columns      text[]  NOT NULL,
    ours         boolean NOT NULL,
    CONSTRAINT fieldwork_workbook_pk PRIMARY KEY (id),
    CONSTRAINT fieldwork_workbook_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT fieldwork_workbook_kind_is_known CHECK (kind IN ('HAPPENED', 'FIGURES', 'SPENT')),
    CONSTRAINT fieldwork_workbook_name_is_short_text CHECK (length(name) BETWEEN 1 AND 200),
    CONSTRAINT fieldwork_workbook_titles_have_columns CHECK (cardinality(titles) = cardinality(columns))
);
COMMENT ON TABLE cooperation.fieldwork_workbook IS 'A workbook that a partner fills in, its own or ours: of which kind its rows are, and what its columns mean';
COMMENT ON COLUMN cooperation.fieldwork_workbook.ours IS 'Whether we made it for the partner, and it is sent as often as needed';
COMMENT ON COLUMN cooperation.fieldwork_workbook.titles IS 'Folded titles of the columns that mean something';
CREATE INDEX fieldwork_workbook_by_organisation ON cooperation.fieldwork_workbook (organisation);
SELECT platform.audit_attach('cooperation.fieldwork_workbook');

ALTER TABLE cooperation.fieldwork_entry
    ADD COLUMN workbook uuid,
    ADD COLUMN row_key text,
    ADD COLUMN row_mark uuid,
    ADD CONSTRAINT fieldwork_entry_workbook_fk FOREIGN KEY (workbook) REFERENCES cooperation.fieldwork_workbook (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    ADD CONSTRAINT fieldwork_entry_row_is_of_a_workbook
        CHECK (num_nulls(workbook, row_key, row_mark) IN (0, 3) AND length(row_key) <= 100);
COMMENT ON COLUMN cooperation.fieldwork_entry.row_key IS 'The number that the workbook gives its row, else the place of the row';
COMMENT ON COLUMN cooperation.fieldwork_entry.row_mark IS 'Tells whether the row still says what it said when the workbook was last read';
CREATE INDEX fieldwork_entry_by_workbook ON cooperation.fieldwork_entry (workbook, row_key) WHERE workbook IS NOT NULL;
