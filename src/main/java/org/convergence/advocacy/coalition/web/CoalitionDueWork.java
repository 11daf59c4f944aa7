package org.convergence.advocacy.coalition.web;

import java.util.Objects;
import org.convergence.advocacy.coalition.CoalitionId;
import org.convergence.advocacy.coalition.CoalitionPermissions;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Mandates to review, for who sits; and what we owe coalitions. */
@Component
class CoalitionDueWork implements DueWorkSource {

    @Override
    public String permission() {
        return CoalitionPermissions.READ;
    }

    @Override
    public String actPermission() {
        return CoalitionPermissions.FOLLOW;
    }

    @Override
    public String sql() {
        return """
                SELECT 'REVIEW' AS kind, s.id, s.coalition AS subject, s.review_on AS due_on, s.holder AS owner,
                       'OURS' AS place, s.title, o.name AS detail
                FROM advocacy.coalition_seat s JOIN advocacy.coalition c ON c.id = s.coalition
                JOIN directory.people_organisation_name o ON o.id = c.organisation
                WHERE s.ended_on IS NULL AND c.left_on IS NULL
                UNION ALL
                SELECT 'OWED', w.id, w.coalition, w.due_on,
                       (SELECT s.holder FROM advocacy.coalition_seat s
                        WHERE s.coalition = w.coalition AND s.ended_on IS NULL AND s.holder IS NOT NULL ORDER BY s.id LIMIT 1),
                       'OURS', w.what, o.name
                FROM advocacy.coalition_contribution w JOIN advocacy.coalition c ON c.id = w.coalition
                JOIN directory.people_organisation_name o ON o.id = c.organisation
                WHERE w.done_on IS NULL
                """;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        return new DueWork(
                "advocacy.coalition/" + row.id(),
                t.say("coalition.due." + row.kind(), Objects.requireNonNullElse(row.title(), "")),
                CoalitionPage.url(new CoalitionId(row.subject())),
                row.detail());
    }
}
