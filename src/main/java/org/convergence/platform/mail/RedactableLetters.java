package org.convergence.platform.mail;

import java.util.Set;
import org.convergence.platform.redaction.RedactableColumns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Declares the texts of letters that may name people. */
@Configuration(proxyBeanMethods = false)
class RedactableLetters {

    @Bean
    static RedactableColumns lettersWithNames() {
        return new RedactableColumns("platform.mail_message", Set.of("subject", "body", "blocks"));
    }
}
