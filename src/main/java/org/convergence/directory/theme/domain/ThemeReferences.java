package org.convergence.directory.theme.domain;

import java.util.Map;
import org.convergence.directory.people.ColumnMentions;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.TextStandIns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names of people in the texts of dossiers. */
@Configuration(proxyBeanMethods = false)
class ThemeReferences {

    @Bean
    static IdentityReference namesInThemes(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                ThemeService.TABLE,
                "false",
                Map.of("name", 100, "words", 500, "known", 8_000, "sources", 4_000));
    }
}
