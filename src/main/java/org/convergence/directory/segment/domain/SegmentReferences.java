package org.convergence.directory.segment.domain;

import java.util.List;
import java.util.Map;
import org.convergence.directory.people.ColumnMentions;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.TextStandIns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The organisations that got letters, and names of people in the names of segments. */
@Configuration(proxyBeanMethods = false)
class SegmentReferences {

    @Bean
    static IdentityReference organisationsWithLetters(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, "directory.segment_letter", "organisation", List.of("mailing"));
    }

    @Bean
    static IdentityReference namesInSegments(TextStandIns standIns) {
        return new ColumnMentions(standIns, Segment.TABLE, "false", Map.of("name", Segment.LONGEST_NAME));
    }
}
