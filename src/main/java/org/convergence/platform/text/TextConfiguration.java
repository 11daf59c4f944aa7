package org.convergence.platform.text;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the messages at start. */
@Configuration(proxyBeanMethods = false)
class TextConfiguration {

    @Bean
    Messages messages() {
        return Messages.load();
    }
}
