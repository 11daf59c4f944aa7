package org.convergence.advocacy.position.domain;

import java.util.List;
import java.util.Map;
import org.convergence.directory.people.ColumnMentions;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.TextStandIns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** References from positions to organisations that sign, and names in texts. */
@Configuration(proxyBeanMethods = false)
class PositionReferences {

    @Bean
    static IdentityReference positionSignatories(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, "advocacy.position_signatory", "organisation", List.of("id"))
                .withDuplicateKey(List.of("position"));
    }

    @Bean
    static IdentityReference namesInPositions(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                PositionRepository.TABLE,
                "false",
                Map.of("title", 300, "theme", 100, "mandate_text", 500, "place", 300, "read_by", 300));
    }

    @Bean
    static IdentityReference namesInPositionTexts(TextStandIns standIns) {
        return new ColumnMentions(standIns, "advocacy.position_text", "false", Map.of("body", 40_000));
    }
}
