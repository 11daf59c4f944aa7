package org.convergence.resources.gift.web;

import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.text.Words;
import org.convergence.resources.gift.GiftPermissions;
import org.convergence.resources.gift.domain.GiftPolicy;
import org.springframework.stereotype.Component;

/** Monthly gifts that did not come in time (R-GIFT-2); donors are not named. */
@Component
class GiftDueWork implements DueWorkSource {

    @Override
    public String permission() {
        return GiftPermissions.RECORD;
    }

    @Override
    public int daysAhead() {
        return 0;
    }

    @Override
    public String sql() {
        return """
                SELECT 'MONTH' AS kind, c.id, c.id AS subject, c.next_month + c.day - 1 + %d AS due_on,
                       CAST(NULL AS uuid) AS owner, 'OURS' AS place, c.next_month::text AS title, CAST(NULL AS text) AS detail
                FROM resources.gift_commitment c WHERE c.next_month IS NOT NULL
                """.formatted(GiftPolicy.GRACE_DAYS);
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        return new DueWork(
                "resources.gift_commitment/" + row.id(),
                t.say("gift.commitment.due", row.dueOn().minusDays(GiftPolicy.GRACE_DAYS)),
                GiftPage.LIST + "/commitments",
                null);
    }
}
