package org.convergence.platform.database;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The typed id of one kind of record, so that a person's id is never taken for an action's. Records implement it. */
public interface Identifier {

    /** The value kept in the database. */
    UUID value();

    /** The value of an id; {@code null} for none. */
    static @Nullable UUID uuidOf(@Nullable Identifier id) {
        return id == null ? null : id.value();
    }
}
