package org.convergence.directory.people;

import java.util.List;
import java.util.Set;
import org.convergence.platform.database.Json;

/** Covers free texts in which a person may be named, without any foreign key: only erasure and sealing concern them. */
public interface FreeTextMentions extends IdentityReference {

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
        // No foreign key.
    }

    @Override
    default List<Json> export(PersonId person) {
        return List.of();
    }
}
