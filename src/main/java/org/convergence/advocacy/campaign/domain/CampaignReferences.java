package org.convergence.advocacy.campaign.domain;

import java.util.List;
import java.util.Map;
import org.convergence.directory.people.ColumnMentions;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.TextStandIns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** References from campaigns to the organisations that lead them, and names of people in their texts. */
@Configuration(proxyBeanMethods = false)
class CampaignReferences {

    @Bean
    static IdentityReference campaignLeaders(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, CampaignService.TABLE, "leader", List.of("id"));
    }

    @Bean
    static IdentityReference namesInCampaigns(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                CampaignService.TABLE,
                "false",
                Map.of("name", 200, "theme", 100, "asked", 2_000, "url", 1_000));
    }

    @Bean
    static IdentityReference namesInCampaignActs(TextStandIns standIns) {
        return new ColumnMentions(standIns, CampaignService.ACTS, "false", Map.of("what", 300, "source", 500));
    }
}
