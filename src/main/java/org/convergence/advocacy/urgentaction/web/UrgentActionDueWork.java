package org.convergence.advocacy.urgentaction.web;

import java.util.Objects;
import org.convergence.advocacy.urgentaction.UrgentActionId;
import org.convergence.advocacy.urgentaction.UrgentActionPermissions;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Alerts that wait to leave, actions whose last day is near, outcomes and accounts that are owed. */
@Component
class UrgentActionDueWork implements DueWorkSource {

    @Override
    public String permission() {
        return UrgentActionPermissions.READ;
    }

    @Override
    public String actPermission() {
        return UrgentActionPermissions.EDIT;
    }

    @Override
    public int daysAhead() {
        return 3;
    }

    @Override
    public String sql() {
        return """
                SELECT CASE WHEN a.state = 'DRAFT' THEN 'ALERT' WHEN a.state = 'OUT' THEN 'OUTCOME' ELSE 'ACCOUNT' END AS kind,
                       a.id, a.id AS subject,
                       CASE WHEN a.state = 'DRAFT' THEN a.received_on WHEN a.state = 'OUT' THEN a.expires_on + 1
                            ELSE a.closed_on + 7 END AS due_on,
                       a.responsible AS owner, 'OURS' AS place, a.year || '-' || a.number AS title, NULL AS detail
                FROM advocacy.urgentaction a
                WHERE a.state IN ('DRAFT', 'OUT')
                   OR a.state = 'CLOSED' AND a.sent_at IS NOT NULL AND a.reported_at IS NULL
                """;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        return new DueWork(
                "advocacy.urgentaction/" + row.kind() + "/" + row.id(),
                t.say("urgentaction.due." + row.kind(), Objects.requireNonNull(row.title())),
                UrgentActionPage.url(new UrgentActionId(row.subject())),
                null);
    }
}
