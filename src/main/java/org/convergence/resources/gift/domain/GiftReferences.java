package org.convergence.resources.gift.domain;

import java.util.Map;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * References from gifts. Amounts stay when a donor is erased, since books and funds agree with them; what
 * was only written to the person goes.
 */
@Configuration(proxyBeanMethods = false)
class GiftReferences {

    @Bean
    static IdentityReferences referencesFromGift(ReferenceDeclarations declare) {
        return declare.table(Gift.TABLE)
                .organisation("organisation")
                .person("person", ErasureRule.KEEP)
                .about(":person = r.person")
                .texts(Map.of("reference", 100, "description", 300, "remark", 500, "reversal_reason", 300))
                .table("resources.gift_commitment")
                .organisation("organisation")
                .person("person", ErasureRule.KEEP)
                .table("resources.gift_account")
                .organisation("organisation")
                .person("person", ErasureRule.DELETE);
    }
}
