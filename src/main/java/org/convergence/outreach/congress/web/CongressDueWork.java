package org.convergence.outreach.congress.web;

import java.util.Objects;
import org.convergence.outreach.congress.CongressPermissions;
import org.convergence.outreach.congress.domain.Gathering.GatheringId;
import org.convergence.outreach.congress.domain.Passport.PassportId;
import org.convergence.outreach.congress.domain.Representation.RepresentationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.RequiresToAct;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * Openings of gatherings, in calendars; work on their deadlines (R-REP-1); representations to plan, prepare and attend;
 * promises; follow-up of adopted resolutions.
 */
@Component
@Requires(CongressPermissions.READ)
@RequiresToAct(CongressPermissions.EDIT)
class CongressDueWork implements DueWorkSource {

    @Override
    public String sql() {
        return """
                SELECT 'OPENS' AS kind, g.id, g.id AS subject, g.begins_on AS due_on, 'SET' AS day_kind, g.responsible AS owner,
                       'CALENDAR' AS place, g.title, o.name AS detail
                FROM outreach.congress_gathering g JOIN directory.people_organisation_name o ON o.id = g.organisation
                WHERE g.cancelled_on IS NULL AND NOT g.expected
                UNION ALL
                SELECT w.step || '.' || d.kind, d.id, g.id, w.due_on,
                       CASE w.step WHEN 'BEGIN' THEN 'PROPOSED' ELSE 'SET' END, g.responsible, 'OURS', g.title, o.name
                FROM outreach.congress_deadline d JOIN outreach.congress_gathering g ON g.id = d.gathering
                JOIN directory.people_organisation_name o ON o.id = g.organisation
                CROSS JOIN LATERAL (VALUES ('BEGIN', d.state = 'OPEN' AND d.lead_days > 0, d.begin_on),
                                           ('LAST', true, d.due_on)) w (step, is_due, due_on)
                WHERE d.state IN ('OPEN', 'BEGUN') AND w.is_due AND g.cancelled_on IS NULL
                UNION ALL
                SELECT w.kind, r.id, r.id, w.due_on, CASE WHEN w.kind IN ('ANSWER', 'BRIEF') THEN 'PROPOSED' ELSE 'SET' END, r.person, 'OURS', r.topic, o.name
                FROM outreach.congress_representation r JOIN directory.people_organisation_name o ON o.id = r.organisation
                CROSS JOIN LATERAL (VALUES
                    ('ANSWER', r.done_on IS NULL AND r.planned_on IS NULL, r.asked_on + 14),
                    ('BRIEF', r.done_on IS NULL AND r.brief IS NULL, r.planned_on - 7),
                    ('GO', r.done_on IS NULL, r.planned_on),
                    ('PROMISE', r.promise_kept_on IS NULL, r.promise_due)) w (kind, is_due, due_on)
                WHERE r.declined_on IS NULL AND w.is_due AND w.due_on IS NOT NULL
                  AND (w.kind = 'PROMISE' OR NOT EXISTS (SELECT FROM outreach.congress_gathering g
                                                         WHERE g.id = r.gathering AND g.cancelled_on IS NOT NULL))
                UNION ALL
                SELECT 'FOLLOW_UP', h.id, h.passport, h.follow_up_on, 'SET', NULL::uuid, 'OURS', p.title, o.name
                FROM outreach.congress_path h JOIN outreach.congress_passport p ON p.id = h.passport
                JOIN directory.people_organisation_name o ON o.id = h.organisation
                WHERE h.follow_up_on IS NOT NULL
                """;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        String url =
                switch (row.kind()) {
                    case "ANSWER", "BRIEF", "GO", "PROMISE" -> CongressPage.url(new RepresentationId(row.subject()));
                    case "FOLLOW_UP" -> CongressPage.url(new PassportId(row.subject()));
                    default -> CongressPage.url(new GatheringId(row.subject()));
                };
        return new DueWork(
                "outreach.congress/" + row.kind() + "/" + row.id(),
                t.say("congress.due." + row.kind(), Objects.requireNonNull(row.title())),
                url,
                row.detail());
    }
}
