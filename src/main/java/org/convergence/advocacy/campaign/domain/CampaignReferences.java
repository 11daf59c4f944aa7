package org.convergence.advocacy.campaign.domain;

import java.util.Map;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** References from campaigns to the organisations that lead them, and names of people in their texts. */
@Configuration(proxyBeanMethods = false)
class CampaignReferences {

    @Bean
    static IdentityReferences referencesFromCampaign(ReferenceDeclarations declare) {
        return declare.table(CampaignService.TABLE)
                .organisation("leader")
                .texts(Map.of("name", 200, "theme", 100, "asked", 2_000, "url", 1_000))
                .textsOf(CampaignService.ACTS, Map.of("what", 300, "source", 500));
    }
}
