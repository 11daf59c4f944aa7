package org.convergence.outreach.event.web;

import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.EventPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.RequiresToAct;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** The days of events in calendars; what is left to do: count the heads, and ask for missing purchase orders. */
@Component
@Requires(EventPermissions.READ)
@RequiresToAct(EventPermissions.EDIT)
class EventDueWork implements DueWorkSource {

    @Override
    public String sql() {
        return """
                SELECT 'DAY' AS kind, e.id, e.id AS subject, e.day AS due_on, NULL::uuid AS owner,
                       'OURS' AS place, e.name AS title, NULL AS detail
                FROM outreach.event e WHERE e.state IN ('OPEN', 'CLOSED')
                UNION ALL
                SELECT 'HELD', e.id, e.id, e.day - 14, NULL, 'OURS', e.name, count(*)::text
                FROM outreach.event e JOIN outreach.event_order o ON o.event = e.id
                WHERE e.state IN ('OPEN', 'CLOSED') AND o.state = 'HELD' GROUP BY e.id
                """;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        return new DueWork(
                "outreach.event/" + row.kind() + "/" + row.id(),
                t.say(
                        "event.due." + row.kind(),
                        row.title(),
                        row.detail() == null
                                ? 0
                                : TextParser.wholeNumber(row.detail()).orElse(0)),
                EventPage.url(new EventId(row.subject())),
                null);
    }
}
