package org.convergence.platform.imports;

import java.util.Set;
import org.convergence.platform.redaction.RedactableColumns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Declares the texts of imported lists that may name people. */
@Configuration(proxyBeanMethods = false)
class RedactableLists {

    @Bean
    static RedactableColumns importedFilesWithNames() {
        return new RedactableColumns("platform.imports_file", Set.of("name", "head"));
    }

    @Bean
    static RedactableColumns importedRowsWithNames() {
        return new RedactableColumns("platform.imports_row", Set.of("cells", "name"));
    }
}
