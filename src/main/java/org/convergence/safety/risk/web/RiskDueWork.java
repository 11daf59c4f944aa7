package org.convergence.safety.risk.web;

import java.util.Objects;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.text.Words;
import org.convergence.safety.risk.RiskPermissions;
import org.springframework.stereotype.Component;

/** Risks to review, for the person in charge. */
@Component
class RiskDueWork implements DueWorkSource {

    @Override
    public String permission() {
        return RiskPermissions.EDIT;
    }

    @Override
    public String sql() {
        return """
                SELECT 'REVIEW' AS kind, id, id AS subject, review_on AS due_on, owner, 'OURS' AS place,
                       left(description, 100) AS title, NULL AS detail
                FROM safety.risk WHERE closed_on IS NULL
                """;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        return new DueWork(
                "safety.risk/" + row.id(),
                t.say("risk.due", Objects.requireNonNull(row.title())),
                RiskPage.LIST + "/" + row.id(),
                null);
    }
}
