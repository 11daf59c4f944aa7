package org.convergence.platform.imports;

import org.convergence.platform.database.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of lists contributed by the modules, by name. */
@Component
record ImportKindRegistry(ObjectProvider<ImportKind> kinds) {

    ImportKind findByName(String name) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("import"));
    }
}
