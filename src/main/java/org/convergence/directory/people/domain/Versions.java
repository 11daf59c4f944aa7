package org.convergence.directory.people.domain;

import java.util.UUID;
import java.util.function.Supplier;
import org.convergence.platform.database.EditConflict;
import org.springframework.dao.OptimisticLockingFailureException;

/** Tells two people's edits apart. */
final class Versions {

    private Versions() {}

    /** Refuses a form that was opened on another version than the one that stands. */
    static void requireSame(String table, UUID row, int form, int stands) {
        if (form != stands) {
            throw new EditConflict(table, row, form);
        }
    }

    /** Saves, or says that someone was faster. */
    static <T> T saving(String table, UUID row, int form, Supplier<T> save) {
        try {
            return save.get();
        } catch (OptimisticLockingFailureException faster) {
            throw new EditConflict(table, row, form);
        }
    }
}
