package org.convergence.resources.appeal.domain;

import java.util.List;
import java.util.Map;
import org.convergence.directory.people.ColumnMentions;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.people.TextStandIns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** References from appeals to partners, to the people who got a letter, and names in texts. */
@Configuration(proxyBeanMethods = false)
class AppealReferences {

    private static final List<String> ID = List.of("id");

    @Bean
    static IdentityReference appealPartners(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, Appeal.TABLE, "partner", ID);
    }

    @Bean
    static IdentityReference appealReaders(JdbcClient db) {
        return ReferencingColumn.toPerson(db, "resources.appeal_letter", "person", ID, ErasureRule.DELETE);
    }

    @Bean
    static IdentityReference namesInAppeals(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                Appeal.TABLE,
                "false",
                Map.of(
                        "purpose", 2_000,
                        "french_title", 200,
                        "french_text", 10_000,
                        "english_title", 200,
                        "english_text", 10_000,
                        "spanish_title", 200,
                        "spanish_text", 10_000));
    }
}
