package org.convergence.outreach.relay.web;

import org.convergence.outreach.relay.RelayKitId;
import org.convergence.outreach.relay.RelayPermissions;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** The last days to publish what was proposed, in calendars. */
@Component
class RelayDueWork implements DueWorkSource {

    @Override
    public String permission() {
        return RelayPermissions.READ;
    }

    @Override
    public String sql() {
        return """
                SELECT 'BEFORE' AS kind, k.id, k.id AS subject, k.publish_before AS due_on, NULL::uuid AS owner,
                       'CALENDAR' AS place, k.title, NULL AS detail
                FROM outreach.relay_kit k WHERE k.sent_at IS NOT NULL AND k.publish_before IS NOT NULL
                """;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        return new DueWork(
                "outreach.relay/" + row.id(),
                t.say("relay.due", row.title()),
                RelayKitController.url(new RelayKitId(row.id())),
                null);
    }
}
