CREATE TABLE plan.reading_draft (
    id         uuid PRIMARY KEY,
    version    integer NOT NULL,
    file_name  text NOT NULL CONSTRAINT reading_draft_file_name_length CHECK (length(file_name) <= 200),
    sheet      jsonb NOT NULL,
    read_at    timestamptz NOT NULL,
    changed_at timestamptz NOT NULL
);
CREATE INDEX reading_draft_changed ON plan.reading_draft (changed_at DESC);
COMMENT ON TABLE plan.reading_draft IS 'A written plan being corrected; it goes when the plan is made, or after 30 days.';
