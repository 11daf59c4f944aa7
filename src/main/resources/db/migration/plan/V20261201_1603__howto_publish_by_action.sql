CREATE VIEW plan.howto_of_action AS
SELECT l.action, h.id AS howto, h.title, left(h.text, 1000) AS beginning
  FROM plan.howto_line l JOIN plan.howto h ON h.id = l.howto;
COMMENT ON VIEW plan.howto_of_action IS 'The how-tos of each action, with the beginning of their text';

CREATE VIEW plan.actionplan_continued AS
SELECT line, continues FROM plan.actionplan_lineage;
COMMENT ON VIEW plan.actionplan_continued IS 'Which line of a plan continues which line of the plan before';

REVOKE INSERT, UPDATE, DELETE ON plan.howto_of_action, plan.actionplan_continued FROM ${application};
