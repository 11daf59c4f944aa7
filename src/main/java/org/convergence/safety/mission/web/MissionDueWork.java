package org.convergence.safety.mission.web;

import java.util.List;
import java.util.Objects;
import org.convergence.directory.handover.PastDepartures;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.text.Words;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.mission.MissionPermissions;
import org.springframework.stereotype.Component;

/** Missions to approve, again once the advisory level rose; travellers who have left; and returns to record. */
@Component
@Requires(MissionPermissions.PREPARE)
record MissionDueWork(PastDepartures departures) implements DueWorkSource {

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
                UNION ALL
                SELECT 'TRAVELLER', v.person, m.id, d.last_day + 1, 'SINCE', m.lead, 'OURS', m.title, NULL
                FROM safety.mission m JOIN safety.mission_traveller v ON v.mission = m.id
                JOIN directory.handover_departure d ON d.person = v.person AND d.last_day < m.ends_on
                WHERE m.state IN ('PREPARED', 'APPROVED')
                """;
    }

    @Override
    public boolean isFor(DueWorkRow row) {
        return !row.kind().equals("TRAVELLER")
                || !departures.findLastDays(List.of(new PersonId(row.id()))).isEmpty();
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        return new DueWork(
                "safety.mission/" + row.kind() + "/"
                        + (row.id().equals(row.subject()) ? "" : row.subject() + "/")
                        + row.id(),
                t.say("mission.due." + row.kind(), Objects.requireNonNull(row.title())),
                MissionPage.url(new MissionId(row.subject())),
                null);
    }
}
