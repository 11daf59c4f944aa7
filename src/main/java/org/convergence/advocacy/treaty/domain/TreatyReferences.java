package org.convergence.advocacy.treaty.domain;

import java.util.Map;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names of people in the texts of treaties, bills and cases. */
@Configuration(proxyBeanMethods = false)
class TreatyReferences {

    @Bean
    static IdentityReferences referencesFromTreaty(ReferenceDeclarations declare) {
        return declare.textsOf("advocacy.treaty", Map.of("code", 40, "title", 300, "url", 1_000))
                .textsOf("advocacy.treaty_fact", Map.of("words", 500, "source", 500))
                .textsOf(PetitionService.TABLE, Map.of("sponsor", 200, "answer", 1_000));
    }
}
