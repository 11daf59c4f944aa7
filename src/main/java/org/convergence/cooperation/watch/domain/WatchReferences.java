package org.convergence.cooperation.watch.domain;

import java.util.Map;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** References from notes to the partners who said them, and names in texts. */
@Configuration(proxyBeanMethods = false)
class WatchReferences {

    @Bean
    static IdentityReferences referencesFromWatch(ReferenceDeclarations declare) {
        return declare.table(WatchRepository.TABLE)
                .organisation("organisation")
                .person("person", ErasureRule.CLEAR)
                .about("r.person = :person")
                .texts(Map.of("title", 300, "body", 8_000, "source", 200, "context", 500, "yes_how", 300))
                .textsOf(WatchRepository.TRANSLATION_TABLE, Map.of("words", 800))
                .textsOf(WatchService.CONTEXT_TABLE, Map.of("body", 4_000))
                .textsOf(FeedRepository.TABLE, Map.of("title", 200))
                .textsOf(FeedRepository.ENTRY_TABLE, Map.of("title", 300))
                .textsOf(DigestService.TABLE, Map.of("title", 200, "body", 10_000));
    }
}
