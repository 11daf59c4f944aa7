package org.convergence.plan.reading.domain;

import java.util.Set;
import org.convergence.platform.redaction.RedactableColumns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Declares the texts of read plans, until the plan is made, that may name people. */
@Configuration(proxyBeanMethods = false)
class RedactableDrafts {

    @Bean
    static RedactableColumns readPlansWithNames() {
        return new RedactableColumns("plan.reading_draft", Set.of("file_name", "sheet"));
    }
}
