CREATE VIEW advocacy.dialogue_last_mandate AS
SELECT d.id AS decision_maker, coalesce(p.display_name, d.office) AS name, left(m.title || ', ' || m.body, 200) AS office,
       m.mail, m.until_on
  FROM advocacy.dialogue_decision_maker d
  LEFT JOIN directory.people_person_name p ON p.id = d.person
  JOIN LATERAL (SELECT title, body, mail, until_on FROM advocacy.dialogue_mandate x WHERE x.decision_maker = d.id
                 ORDER BY until_on DESC NULLS FIRST, from_on DESC NULLS LAST, id DESC LIMIT 1) m ON true
 WHERE d.person IS NULL OR EXISTS (SELECT FROM directory.people_person_in_clear c WHERE c.id = d.person);
COMMENT ON VIEW advocacy.dialogue_last_mandate IS 'Each decision-maker in the last office, with its address; protected people have none';
REVOKE INSERT, UPDATE, DELETE ON advocacy.dialogue_last_mandate FROM ${application};
