package org.convergence.advocacy.position.domain;

import java.util.Map;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** References from positions to organisations that sign, and names in texts. */
@Configuration(proxyBeanMethods = false)
class PositionReferences {

    @Bean
    static IdentityReferences referencesFromPosition(ReferenceDeclarations declare) {
        return declare.table("advocacy.position_signatory")
                .organisation("organisation")
                .onePer("position")
                .table(PositionRepository.TABLE)
                .texts(Map.of("title", 300, "theme", 100, "mandate_text", 500, "place", 300, "read_by", 300))
                .textsOf("advocacy.position_text", Map.of("body", 40_000));
    }
}
