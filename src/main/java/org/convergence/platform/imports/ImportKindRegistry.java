package org.convergence.platform.imports;

import org.convergence.platform.database.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of lists contributed by the modules, by name. */
@Component
class ImportKindRegistry {

    private final ObjectProvider<ImportKind> kinds;

    ImportKindRegistry(ObjectProvider<ImportKind> kinds) {
        this.kinds = kinds;
    }

    ImportKind findByName(String name) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("import"));
    }
}
