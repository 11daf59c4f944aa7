package org.convergence.directory.segment.domain;

import java.util.Map;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The organisations that got letters, and names of people in the names of segments. */
@Configuration(proxyBeanMethods = false)
class SegmentReferences {

    @Bean
    static IdentityReferences referencesFromSegment(ReferenceDeclarations declare) {
        return declare.table("directory.segment_letter")
                .key("organisation", "mailing")
                .organisation("organisation")
                .textsOf(Segment.TABLE, Map.of("name", Segment.LONGEST_NAME));
    }
}
