package org.convergence.safety.mission.domain;

/** Open alerts of missions under way, once for each person who watches: nobody else learns of them. */
public final class OpenAlerts {

    /**
     * A SELECT of mission, watcher, kind (the most urgent first in the alphabet: DURESS, MISSING, or TRIAL for a drill), and
     * since which day of the organisation: that of the duress word, or of the check-in that is missing.
     */
    public static final String SQL = """
            SELECT m.id AS mission, w.watcher, CASE WHEN e.step = 'DURESS' THEN 'DURESS' WHEN c.is_drill THEN 'TRIAL' ELSE 'MISSING' END AS kind,
                   min(CAST(CASE WHEN e.step = 'DURESS' THEN e.taken_at ELSE c.due_at END AT TIME ZONE (SELECT zone FROM platform.settings_zone) AS date)) AS since
            FROM safety.mission m
            CROSS JOIN LATERAL (SELECT DISTINCT unnest(ARRAY[m.lead, m.president]) AS watcher) AS w
            JOIN safety.mission_check_in c ON c.mission = m.id
            JOIN safety.mission_escalation e ON e.check_in = c.id
            WHERE m.state IN ('PREPARED', 'APPROVED') AND w.watcher IS NOT NULL
              AND CASE WHEN e.step = 'DURESS' THEN e.closed_at IS NULL ELSE c.done_at IS NULL END
            GROUP BY 1, 2, 3
            """;

    private OpenAlerts() {}
}
