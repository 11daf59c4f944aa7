CREATE VIEW plan.actionplan_summary AS
SELECT id, title, closed_on, continues FROM plan.actionplan_plan;
COMMENT ON VIEW plan.actionplan_summary IS 'Each plan with its title, the day on which it was closed and the plan that it continues';

CREATE VIEW plan.actionplan_heading AS
SELECT id, 'OBJECTIVE' AS level, position, code, title FROM plan.actionplan_objective
UNION ALL
SELECT id, 'MEANS', position, code, title FROM plan.actionplan_means;
COMMENT ON VIEW plan.actionplan_heading IS 'The objectives and means of all plans';

CREATE VIEW plan.actionplan_line AS
SELECT id, plan, means, parent, dropped_on IS NOT NULL AS dropped, target ->> 'measure' AS target_measure
  FROM plan.actionplan_action;
COMMENT ON VIEW plan.actionplan_line IS 'The actions of all plans, with the measure of their targets';

CREATE VIEW plan.actionplan_contribution AS
SELECT contributor, served FROM plan.actionplan_link;
COMMENT ON VIEW plan.actionplan_contribution IS 'Which action counts for which action of a longer-term plan';

REVOKE INSERT, UPDATE, DELETE ON plan.actionplan_summary, plan.actionplan_heading, plan.actionplan_line,
    plan.actionplan_contribution FROM ${application};
