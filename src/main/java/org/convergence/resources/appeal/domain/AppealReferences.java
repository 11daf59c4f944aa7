package org.convergence.resources.appeal.domain;

import java.util.Map;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** References from appeals to partners, to the people who got a letter, and names in texts. */
@Configuration(proxyBeanMethods = false)
class AppealReferences {

    @Bean
    static IdentityReferences referencesFromAppeal(ReferenceDeclarations declare) {
        return declare.table(Appeal.TABLE)
                .organisation("partner")
                .texts(Map.of("purpose", 2_000, "french_title", 200, "french_text", 10_000, "english_title", 200))
                .texts(Map.of("english_text", 10_000, "spanish_title", 200, "spanish_text", 10_000))
                .table("resources.appeal_letter")
                .person("person", ErasureRule.DELETE);
    }
}
