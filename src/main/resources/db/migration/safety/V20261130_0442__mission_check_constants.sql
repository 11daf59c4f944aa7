-- A column that holds a constant holds nothing else.

ALTER TABLE safety.mission
    ADD CONSTRAINT mission_approval_level_is_a_constant CHECK (approval_level ~ '^[A-Z][A-Z_]*$');
