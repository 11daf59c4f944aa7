package org.convergence.cooperation.watch.web;

import java.util.Objects;
import org.convergence.cooperation.watch.WatchItemId;
import org.convergence.cooperation.watch.WatchLead;
import org.convergence.cooperation.watch.WatchPermissions;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** What items lead to, until the record is there. The words of a partner's note are not told. */
@Component
class WatchDueWork implements DueWorkSource {

    @Override
    public String permission() {
        return WatchPermissions.EDIT;
    }

    @Override
    public String sql() {
        return """
                SELECT i.lead AS kind, i.id, i.id AS subject, i.lead_by AS due_on, NULL::uuid AS owner, 'OURS' AS place,
                       CASE WHEN NOT i.is_note THEN i.title END AS title, NULL AS detail
                FROM cooperation.watch_item i WHERE i.lead_by IS NOT NULL AND i.lead_url IS NULL
                """;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        return new DueWork(
                "cooperation.watch/" + row.id(),
                t.say(
                        "watch.due",
                        t.say(WatchLead.valueOf(row.kind()).key()),
                        Objects.requireNonNullElse(row.title(), t.say("watch.note"))),
                WatchPage.url(new WatchItemId(row.subject())),
                null);
    }
}
