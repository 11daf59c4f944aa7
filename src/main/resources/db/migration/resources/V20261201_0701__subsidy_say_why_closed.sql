-- Why a file ended although something of it was left to do.
ALTER TABLE resources.subsidy
    ADD COLUMN closing_note text
    CONSTRAINT subsidy_closing_note_is_short CHECK (length(closing_note) BETWEEN 1 AND 1000);
COMMENT ON COLUMN resources.subsidy.closing_note IS 'Why the file ended although a claim or a step was open; null otherwise';
