package org.convergence.platform.idempotency;

import java.util.Set;
import org.convergence.platform.redaction.RedactableColumns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Declares the responses kept for repeated requests, which may name people. */
@Configuration(proxyBeanMethods = false)
class RedactableAnswers {

    @Bean
    static RedactableColumns answersWithNames() {
        return new RedactableColumns("platform.idempotency_answer", Set.of("body"));
    }
}
