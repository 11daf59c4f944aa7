ALTER TABLE advocacy.dialogue_act ADD COLUMN line uuid;
COMMENT ON COLUMN advocacy.dialogue_act.line IS 'The line of the plan that its realisation serves when it is first recorded';
