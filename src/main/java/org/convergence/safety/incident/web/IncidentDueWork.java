package org.convergence.safety.incident.web;

import java.util.Objects;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.text.Words;
import org.convergence.safety.incident.IncidentPermissions;
import org.convergence.safety.incident.SafetyIncidentId;
import org.springframework.stereotype.Component;

/**
 * Incidents to write, to review and to register, notices to give, and days to ask how a person is; for the people named
 * on them alone, and by their code.
 */
@Component
class IncidentDueWork implements DueWorkSource {

    @Override
    public String permission() {
        return IncidentPermissions.FOLLOW;
    }

    @Override
    public String sql() {
        return """
                SELECT w.kind, w.id, i.id AS subject, w.due_on, w.owner, 'PRIVATE' AS place, i.code AS title, w.detail
                FROM safety.incident i CROSS JOIN LATERAL (
                    SELECT CASE WHEN s.moment IS NULL THEN 'WRITTEN' ELSE 'REVIEW' END AS kind, i.id,
                           CASE WHEN s.moment IS NULL THEN i.written_due_on ELSE i.review_due_on END AS due_on,
                           coalesce(i.lead, i.president) AS owner, NULL AS detail
                    FROM (SELECT max(e.moment) AS moment, bool_or(e.moment = 'AFTER') AS reviewed
                          FROM safety.incident_entry e
                          WHERE e.incident = i.id AND e.moment IN ('WRITTEN', 'AFTER')) AS s
                    WHERE i.written_due_on IS NOT NULL AND s.reviewed IS NOT TRUE
                    UNION ALL
                    SELECT 'REGISTER', i.id, i.written_due_on, coalesce(i.lead, i.president), NULL
                    WHERE i.privacy AND i.privacy_incident IS NULL
                    UNION ALL
                    SELECT 'NOTICE', n.id, n.due_on, coalesce(i.lead, i.president), n.kind
                    FROM safety.incident_notice n WHERE n.incident = i.id AND n.told_on IS NULL
                    UNION ALL
                    SELECT 'FOLLOW_UP', i.id, i.follow_up_on, r.person, NULL
                    FROM safety.incident_reader r WHERE r.incident = i.id AND i.follow_up_on IS NOT NULL
                ) AS w
                WHERE i.closed_on IS NULL
                """;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        String code = Objects.requireNonNull(row.title());
        return new DueWork(
                "safety.incident/" + row.kind() + "/" + row.id(),
                row.detail() == null
                        ? t.say("incident.due." + row.kind(), code)
                        : t.say("incident.due.NOTICE", code, t.say("incident.notice." + row.detail())),
                SafetyIncidentPage.url(new SafetyIncidentId(row.subject())),
                null);
    }
}
