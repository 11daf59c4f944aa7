package org.convergence.resources.declaration.domain;

import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** References from questions to organisations: after a merge, one question per round stays. */
@Configuration(proxyBeanMethods = false)
class DeclarationReferences {

    @Bean
    static IdentityReferences referencesFromDeclaration(ReferenceDeclarations declare) {
        return declare.table("resources.declaration_question")
                .organisation("organisation")
                .onePer("round");
    }
}
