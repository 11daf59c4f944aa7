package org.convergence.resources.prospect.web;

import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.RequiresToAct;
import org.convergence.platform.text.Words;
import org.convergence.resources.prospect.ProspectId;
import org.convergence.resources.prospect.ProspectPermissions;
import org.springframework.stereotype.Component;

/** The days of next steps, until the prospect is a member. Prospects that are persons are not named. */
@Component
@Requires(ProspectPermissions.READ)
@RequiresToAct(ProspectPermissions.FOLLOW)
class ProspectDueWork implements DueWorkSource {

    @Override
    public int daysAhead() {
        return 7;
    }

    @Override
    public String sql() {
        return """
                SELECT 'STEP' AS kind, p.id, p.id AS subject, p.next_on AS due_on,
                       CASE WHEN p.next_proposed THEN 'PROPOSED' ELSE 'SET' END AS day_kind, p.follower AS owner, 'OURS' AS place,
                       o.name AS title, p.next_gesture AS detail
                FROM resources.prospect p LEFT JOIN directory.people_organisation_name o ON o.id = p.organisation
                WHERE NOT EXISTS (SELECT FROM resources.membership_period m
                                  WHERE m.until IS NULL AND (m.organisation = p.organisation OR m.person = p.person))
                """;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        ProspectId id = new ProspectId(row.subject());
        return new DueWork(
                key(id),
                row.title() == null ? t.say("prospect.due.person") : t.say("prospect.due", row.title()),
                ProspectPage.url(id),
                row.detail());
    }

    static String key(ProspectId id) {
        return "resources.prospect/" + id.value();
    }
}
