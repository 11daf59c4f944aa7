package org.convergence.directory.people;

import java.util.List;
import java.util.Set;
import org.convergence.platform.database.Json;

/** Answers for texts in which someone may be named and that point to nobody: they matter to who is forgotten or sealed alone. */
public interface OnlyNamed extends IdentityReference {

    @Override
    default Set<String> columns() {
        return Set.of();
    }

    @Override
    default Json repoint(Party duplicate, Party kept) {
        return Json.empty();
    }

    @Override
    default void restore(Party duplicate, Json before) {
        // Nothing was repointed.
    }

    @Override
    void rename(PersonId person, String standIn);

    @Override
    default void erase(PersonId person) {
        // Nothing points to her.
    }

    @Override
    default List<Json> export(PersonId person) {
        return List.of();
    }
}
