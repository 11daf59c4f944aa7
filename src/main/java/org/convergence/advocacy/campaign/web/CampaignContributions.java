package org.convergence.advocacy.campaign.web;

import java.util.Objects;
import org.convergence.advocacy.campaign.CampaignPermissions;
import org.convergence.advocacy.campaign.domain.CampaignQueries;
import org.convergence.advocacy.campaign.domain.CampaignService.CampaignId;
import org.convergence.directory.theme.ThemeSection;
import org.convergence.directory.theme.ThemeSection.ThemeLine;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.DueWorkSource.DueWork;
import org.convergence.platform.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Campaigns in the menu, in the global search, in dossiers and on the home page. */
@Configuration(proxyBeanMethods = false)
class CampaignContributions {

    @Bean
    static MenuEntry campaignMenuEntry() {
        return MenuEntry.of("campaign.menu", CampaignPage.LIST).requiring(CampaignPermissions.READ);
    }

    /** Campaigns in the global search, by name, theme or leader. */
    @Bean
    static SearchSource campaignSearch(CampaignQueries queries) {
        return new SearchSource(
                "campaign.menu",
                61,
                CampaignPermissions.READ,
                "advocacy.campaign",
                null,
                (query, limit, t) -> queries.search(query, limit).stream()
                        .map(row -> new SearchHit(row.name(), row.leaderName(), CampaignPage.url(row.id())))
                        .toList());
    }

    /** Campaigns in dossiers. */
    @Bean
    static ThemeSection campaignsOfTheme() {
        return new ThemeSection(
                25,
                CampaignPermissions.READ,
                "campaign.menu",
                CampaignPage.LIST,
                """
                        SELECT c.id, c.name AS title, NULL::text AS kind, o.name AS detail, c.starts_on AS day
                        FROM advocacy.campaign c JOIN directory.people_organisation_name o ON o.id = c.leader
                        WHERE c.search_form LIKE ANY (:patterns)
                        """,
                (row, t) -> new ThemeLine(
                        CampaignPage.url(new CampaignId(row.id())),
                        row.title(),
                        row.detail() == null ? "" : t.say("campaign.led-by", row.detail())));
    }

    /** Campaigns that ended, or are about to, with no result recorded. */
    @Bean
    static DueWorkSource campaignDueWork() {
        return DueWorkSource.of(
                CampaignPermissions.READ,
                CampaignPermissions.FOLLOW,
                """
                SELECT 'RESULT' AS kind, c.id, c.id AS subject, c.ends_on AS due_on, 'PROPOSED' AS day_kind, NULL::uuid AS owner, 'OURS' AS place,
                       c.name AS title, NULL::text AS detail
                FROM advocacy.campaign c
                WHERE c.ends_on IS NOT NULL
                      AND NOT EXISTS (SELECT FROM advocacy.campaign_act a WHERE a.campaign = c.id AND a.kind = 'RESULT')
                """,
                (row, t) -> new DueWork(
                        "advocacy.campaign/" + row.id(),
                        t.say("campaign.due", Objects.requireNonNullElse(row.title(), "")),
                        CampaignPage.url(new CampaignId(row.subject())),
                        null));
    }
}
