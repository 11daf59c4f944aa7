-- Lists are entered many lines at a time, in lanes side by side: how far each is stands in one row, where every line had
-- to be written to once more.
CREATE TABLE platform.imports_reached (
    file uuid    NOT NULL,
    lane integer NOT NULL,
    line integer NOT NULL,
    CONSTRAINT imports_reached_pk PRIMARY KEY (file, lane),
    CONSTRAINT imports_reached_file_fk FOREIGN KEY (file) REFERENCES platform.imports_file (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE
);

COMMENT ON TABLE platform.imports_reached IS 'The last line of each lane of a list that is entered';

INSERT INTO platform.imports_reached (file, lane, line)
SELECT file, 0, max(line) FROM platform.imports_row WHERE entered AND cells <> '[]' GROUP BY file;

DROP INDEX platform.imports_row_waiting;
ALTER TABLE platform.imports_row
    DROP COLUMN entered,
    ADD COLUMN lane integer NOT NULL DEFAULT 0;

COMMENT ON COLUMN platform.imports_row.lane IS 'Rows that may mean the same thing are in the same lane';
