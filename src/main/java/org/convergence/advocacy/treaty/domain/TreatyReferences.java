package org.convergence.advocacy.treaty.domain;

import java.util.Map;
import org.convergence.directory.people.ColumnMentions;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.TextStandIns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names of people in the texts of treaties, bills and cases. */
@Configuration(proxyBeanMethods = false)
class TreatyReferences {

    @Bean
    static IdentityReference namesInTreaties(TextStandIns standIns) {
        return new ColumnMentions(standIns, "advocacy.treaty", "false", Map.of("code", 40, "title", 300, "url", 1_000));
    }

    @Bean
    static IdentityReference namesInTreatyFacts(TextStandIns standIns) {
        return new ColumnMentions(standIns, "advocacy.treaty_fact", "false", Map.of("words", 500, "source", 500));
    }

    @Bean
    static IdentityReference namesInPetitions(TextStandIns standIns) {
        return new ColumnMentions(standIns, PetitionService.TABLE, "false", Map.of("sponsor", 200, "answer", 1_000));
    }
}
