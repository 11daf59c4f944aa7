package org.convergence.outreach.event.web;

import java.util.Set;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.EventPermissions;
import org.convergence.outreach.event.domain.EventQueries;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.RequiresToAct;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * The days of events in calendars; what is left to do: count the heads, ask for missing purchase orders, credit the
 * invoices of what was cancelled, and, until the day is over, announce a change and tell those whose letter reached nobody.
 */
@Component
@Requires(EventPermissions.READ)
@RequiresToAct(EventPermissions.EDIT)
record EventDueWork(OrganisationSettings settings) implements DueWorkSource {

    /** The kinds of work that end with the day of the event. */
    private static final Set<String> TELLS = Set.of("UNTOLD", "CHANGE", "CHANGE_WAITS");

    @Override
    public String sql() {
        return """
                SELECT 'DAY' AS kind, e.id, e.id AS subject, e.day AS due_on, 'SET' AS day_kind, NULL::uuid AS owner,
                       'OURS' AS place, e.name AS title, NULL AS detail
                FROM outreach.event e WHERE e.state IN ('OPEN', 'CLOSED')
                UNION ALL
                SELECT 'HELD', e.id, e.id, e.day - 14, 'PROPOSED', NULL, 'OURS', e.name, count(*)::text
                FROM outreach.event e JOIN outreach.event_order o ON o.event = e.id
                WHERE e.state IN ('OPEN', 'CLOSED') AND o.state = 'HELD' GROUP BY e.id
                UNION ALL
                SELECT 'UNTOLD', u.event, u.event,
                       (min(u.since) AT TIME ZONE (SELECT zone FROM platform.settings_zone))::date,
                       'SINCE', NULL, 'OURS', u.name || ' (' || count(*) || ')', u.day::text
                FROM (%s) u GROUP BY u.event, u.day, u.name
                UNION ALL
                SELECT CASE WHEN u.waits THEN 'CHANGE_WAITS' ELSE 'CHANGE' END, u.event, u.event,
                       (u.since AT TIME ZONE (SELECT zone FROM platform.settings_zone))::date,
                       'SINCE', NULL, 'OURS', u.name || ' (' || count(*) || ')', u.day::text
                FROM (%s) u GROUP BY u.event, u.day, u.name, u.since, u.waits
                UNION ALL
                SELECT c.kind, c.id, c.id, c.since, 'SINCE', NULL, 'OURS', c.buyer || ' (' || c.name || ')', NULL
                FROM (%s) c
                """.formatted(EventQueries.UNTOLD, EventQueries.UNCHANGED, EventQueries.TO_CREDIT);
    }

    @Override
    public boolean isFor(DueWorkRow row) {
        String day = row.detail();
        return !TELLS.contains(row.kind())
                || day == null
                || day.compareTo(settings.today().toString()) >= 0;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        return new DueWork(
                "outreach.event/" + row.kind() + "/" + row.id(),
                t.say(
                        "event.due." + wording(row),
                        row.title(),
                        row.detail() == null
                                ? 0
                                : TextParser.wholeNumber(row.detail()).orElse(0)),
                url(row),
                null);
    }

    private String wording(DueWorkRow row) {
        return row.kind().equals("DAY") && row.dueOn().isBefore(settings.today()) ? "COUNT" : row.kind();
    }

    private static String url(DueWorkRow row) {
        return switch (row.kind()) {
            case "CREDIT_ORDER" -> EventPage.LIST + "/orders/" + row.subject();
            case "CREDIT_SPONSOR" -> SponsorshipPage.PATH + row.subject();
            case "CHANGE", "CHANGE_WAITS" -> EventPage.url(new EventId(row.subject())) + "#letters";
            case "UNTOLD" -> EventPage.url(new EventId(row.subject())) + "#untold";
            default -> EventPage.url(new EventId(row.subject()));
        };
    }
}
