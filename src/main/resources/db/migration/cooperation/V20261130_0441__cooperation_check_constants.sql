-- Columns that hold a code hold nothing else.

ALTER TABLE cooperation.fieldwork_entry
    ADD CONSTRAINT fieldwork_entry_codes_are_codes CHECK (
        currency ~ '^[A-Z]{3}$' AND country ~ '^[A-Z]{2}$' AND language ~ '^[a-z]{2}$');
ALTER TABLE cooperation.project_indicator
    ADD CONSTRAINT project_indicator_feed_kind_is_a_constant CHECK (feed_kind ~ '^[A-Z][A-Z_]*$');
