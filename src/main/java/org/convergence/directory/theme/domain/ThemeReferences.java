package org.convergence.directory.theme.domain;

import java.util.Map;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names of people in the texts of dossiers. */
@Configuration(proxyBeanMethods = false)
class ThemeReferences {

    @Bean
    static IdentityReferences referencesFromTheme(ReferenceDeclarations declare) {
        return declare.textsOf(ThemeService.TABLE, Map.of("name", 100, "words", 500, "known", 8_000, "sources", 4_000));
    }
}
