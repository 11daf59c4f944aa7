package org.convergence.safety.mission.web;

import java.util.Objects;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.text.Words;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.mission.MissionPermissions;
import org.springframework.stereotype.Component;

/** Missions to approve, or to approve again because the advisory level rose, and returns to record. */
@Component
@Requires(MissionPermissions.PREPARE)
class MissionDueWork implements DueWorkSource {

    @Override
    public String sql() {
        return """
                SELECT CASE WHEN m.state = 'PREPARED' THEN 'APPROVE' WHEN d.is_outdated THEN 'LEVEL' ELSE 'RETURN' END AS kind,
                       m.id, m.id AS subject,
                       CASE WHEN m.state = 'PREPARED' OR d.is_outdated THEN m.starts_on ELSE m.ends_on END AS due_on, 'SET' AS day_kind,
                       m.lead AS owner, 'OURS' AS place, m.title, NULL AS detail
                FROM safety.mission m CROSS JOIN LATERAL (
                    SELECT m.state = 'APPROVED' AND EXISTS (
                        SELECT FROM safety.mission_leg l LEFT JOIN safety.guide_worst_level g ON g.country = l.country
                        WHERE l.mission = m.id AND coalesce(g.rank, 4) >
                            array_position(ARRAY['NORMAL', 'CAUTION', 'AVOID_NON_ESSENTIAL', 'AVOID_ALL', 'UNKNOWN'],
                                m.approval_level) - 1) AS is_outdated) AS d
                WHERE m.state IN ('PREPARED', 'APPROVED')
                """;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        return new DueWork(
                "safety.mission/" + row.kind() + "/" + row.id(),
                t.say("mission.due." + row.kind(), Objects.requireNonNull(row.title())),
                MissionPage.url(new MissionId(row.subject())),
                null);
    }
}
