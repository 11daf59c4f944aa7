package org.convergence.resources.match.domain;

import java.util.Map;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Givers of matches, and texts in which people may be named. The amount must stay; the erased giver has no name. */
@Configuration(proxyBeanMethods = false)
class MatchReferences {

    @Bean
    static IdentityReferences referencesFromMatches(ReferenceDeclarations declare) {
        return declare.table(MatchService.TABLE)
                .organisation("organisation")
                .person("person", ErasureRule.KEEP)
                .about(":person = r.person")
                .texts(Map.of("what", 300, "basis", 500, "valued_by", 200, "confirmed_by", 200));
    }
}
