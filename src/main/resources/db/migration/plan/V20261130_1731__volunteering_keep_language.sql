-- The letter that confirms a task is written when it leaves, with the day of the task on that day.

ALTER TABLE plan.volunteering_sign_up ADD COLUMN language text;
COMMENT ON COLUMN plan.volunteering_sign_up.language IS 'In which the form was sent; null if told by word of mouth';
