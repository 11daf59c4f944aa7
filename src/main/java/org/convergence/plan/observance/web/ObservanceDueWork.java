package org.convergence.plan.observance.web;

import java.util.Objects;
import org.convergence.plan.observance.ObservanceId;
import org.convergence.plan.observance.ObservancePermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.RequiresToAct;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * Days that return each year: in calendars on their date; on the home page from the day on which their preparation begins,
 * and late if nothing was said about it two weeks after that.
 */
@Component
@Requires(ObservancePermissions.READ)
@RequiresToAct(ObservancePermissions.FOLLOW)
class ObservanceDueWork implements DueWorkSource {

    @Override
    public String sql() {
        return """
                SELECT k.kind, o.id, o.id AS subject, CASE k.kind WHEN 'DAY' THEN d.day ELSE d.day - 7 * o.weeks_ahead + 14 END AS due_on, CASE k.kind WHEN 'DAY' THEN 'SET' ELSE 'PROPOSED' END AS day_kind,
                       o.responsible AS owner, CASE k.kind WHEN 'DAY' THEN 'CALENDAR' ELSE 'OURS' END AS place,
                       o.name AS title, CAST(d.day AS text) AS detail
                FROM plan.observance o
                CROSS JOIN generate_series(CAST(extract(year FROM o.since) AS integer), 2100) AS y(year)
                CROSS JOIN LATERAL (SELECT make_date(y.year, o.month, o.day) AS day) AS d
                CROSS JOIN (VALUES ('DAY'), ('PREPARE')) AS k(kind)
                WHERE d.day >= o.since AND o.ended_on IS NULL
                  AND NOT EXISTS (SELECT FROM plan.observance_year a
                                   WHERE a.observance = o.id AND a.year = y.year AND (k.kind = 'PREPARE' OR a.state = 'SKIPPED'))
                """;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        String day = Objects.requireNonNull(row.detail());
        String name = Objects.requireNonNull(row.title());
        return new DueWork(
                "plan.observance/" + row.id() + "/" + row.kind() + "/" + day.substring(0, 4),
                row.kind().equals("DAY") ? name : t.say("observance.due", name),
                ObservancePage.url(new ObservanceId(row.subject())),
                row.kind().equals("DAY")
                        ? null
                        : TextParser.date(day).map(t::dayAndDate).orElse(null));
    }
}
