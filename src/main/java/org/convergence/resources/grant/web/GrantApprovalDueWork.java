package org.convergence.resources.grant.web;

import java.util.Objects;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.GrantApplicationId;
import org.convergence.resources.grant.GrantPermissions;
import org.springframework.stereotype.Component;

/** Applications whose approval was asked, for those who decide. */
@Component
@Requires(GrantPermissions.DECIDE)
class GrantApprovalDueWork implements DueWorkSource {

    @Override
    public String sql() {
        return """
                SELECT 'APPROVAL' AS kind, a.id, a.id AS subject, a.asked_on + 7 AS due_on, 'PROPOSED' AS day_kind, CAST(NULL AS uuid) AS owner,
                       'OURS' AS place, a.title, CAST(NULL AS text) AS detail
                FROM resources.grant_application a WHERE a.state = 'DRAFT' AND a.asked_on IS NOT NULL
                """;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        return new DueWork(
                "resources.grant/application/" + row.id() + "/approval",
                t.say("grant.application.due", Objects.requireNonNull(row.title())),
                GrantApplicationPage.url(new GrantApplicationId(row.id())),
                null);
    }
}
