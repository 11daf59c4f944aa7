-- The notice of an assembly is complete once all members with a right to delegates have theirs.
CREATE VIEW resources.delegation_entitled_member AS
SELECT m.organisation,
       datemultirange(daterange(greatest(m.since, b.since), least(m.until, b.until), '[]'))
       - coalesce((SELECT range_agg(daterange(s.since, s.until, '[]'))
                     FROM resources.delegation_suspension s WHERE s.membership = m.id), '{}') AS days
  FROM resources.membership_period m
  JOIN (SELECT category, since, lead(since) OVER (PARTITION BY category ORDER BY since) - 1 AS until, steps
          FROM resources.delegation_bylaw) b
    ON b.category = m.category AND daterange(b.since, b.until, '[]') && daterange(m.since, m.until, '[]')
  LEFT JOIN LATERAL (
            SELECT h.number FROM resources.membership_stated_headcount h
             WHERE h.organisation = m.organisation AND NOT h.withdrawn
             ORDER BY h.counted_on DESC, array_position(ARRAY['CONFIRMED', 'DECLARED', 'ESTIMATED'], h.status::text),
                      h.recorded_at DESC, h.id DESC LIMIT 1) h ON true
 WHERE m.organisation IS NOT NULL
   AND (h.number IS NOT NULL OR jsonb_array_length(b.steps) = 1)
   AND (SELECT (s ->> 'delegates')::int FROM jsonb_array_elements(b.steps) s
         WHERE (s ->> 'from')::int <= coalesce(h.number, 0)
         ORDER BY (s ->> 'from')::int DESC LIMIT 1) > 0;
COMMENT ON VIEW resources.delegation_entitled_member IS
    'Each member organisation with the days on which its table gives it a delegate, by its last known headcount';
REVOKE INSERT, UPDATE, DELETE ON resources.delegation_entitled_member FROM ${application};
