-- Check-ins written with a mission before the column existed. Check-ins are not audited: written ones were made with their
-- mission, and before any change or approval of it. Their ids begin with the millisecond at which they were made.
UPDATE safety.mission_check_in c SET is_by_hand = true
  FROM (SELECT c.id, ('x' || left(replace(c.id::text, '-', ''), 12))::bit(48)::bigint AS made,
               ('x' || left(replace(c.mission::text, '-', ''), 12))::bit(48)::bigint AS prepared
          FROM safety.mission_check_in c) t
 WHERE t.id = c.id AND NOT c.is_drill AND t.made - t.prepared < 5000
   AND NOT EXISTS (SELECT FROM platform.audit_entry e
                    WHERE e.row_id = c.mission::text AND e.table_name = 'safety.mission' AND e.operation = 'UPDATE'
                      AND e.at < to_timestamp((t.made + 1) / 1000.0));
