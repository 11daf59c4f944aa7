package org.convergence.outreach.website.web;

import org.convergence.outreach.website.WebsitePermissions;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** What visitors asked and a person of the team has to go on with, within a week. */
@Component
class WebsiteDueWork implements DueWorkSource {

    @Override
    public String permission() {
        return WebsitePermissions.ANSWER;
    }

    @Override
    public String sql() {
        return """
                SELECT r.kind, r.id, r.id AS subject, CAST(r.confirmed_at AS date) + 7 AS due_on, NULL::uuid AS owner,
                       'OURS' AS place, r.organisation_name AS title, NULL AS detail
                FROM outreach.website_request r WHERE r.state = 'CONFIRMED'
                """;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        return new DueWork(
                "outreach.website/" + row.id(),
                row.title() == null
                        ? t.say("website.due." + row.kind())
                        : t.say("website.due.organisation", row.title()),
                WebsitePage.PATH + "#requests",
                null);
    }
}
