package org.convergence.advocacy.campaign.web;

import java.util.Objects;
import org.convergence.advocacy.campaign.CampaignId;
import org.convergence.advocacy.campaign.CampaignPermissions;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Campaigns that ended, or are about to, with no result recorded. */
@Component
class CampaignDueWork implements DueWorkSource {

    @Override
    public String permission() {
        return CampaignPermissions.READ;
    }

    @Override
    public String actPermission() {
        return CampaignPermissions.FOLLOW;
    }

    @Override
    public String sql() {
        return """
                SELECT 'RESULT' AS kind, c.id, c.id AS subject, c.ends_on AS due_on, NULL::uuid AS owner, 'OURS' AS place,
                       c.name AS title, NULL::text AS detail
                FROM advocacy.campaign c
                WHERE c.ends_on IS NOT NULL
                      AND NOT EXISTS (SELECT FROM advocacy.campaign_act a WHERE a.campaign = c.id AND a.kind = 'RESULT')
                """;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        return new DueWork(
                "advocacy.campaign/" + row.id(),
                t.say("campaign.due", Objects.requireNonNullElse(row.title(), "")),
                CampaignPage.url(new CampaignId(row.subject())),
                null);
    }
}
