package org.convergence.platform.database;

import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.repository.CrudRepository;

/** Two who change one row: the second is told, never overruled. */
public final class Versions {

    private Versions() {}

    /**
     * Refuses a form that was opened on another version than the one that stands.
     *
     * @param table with its schema
     * @throws EditConflict where they differ
     */
    public static void requireSame(String table, UUID row, int form, int stands) {
        if (form != stands) {
            throw new EditConflict(table, row, form);
        }
    }

    /**
     * Saves what was loaded at its version.
     *
     * @throws EditConflict where someone was faster
     */
    public static <T> T save(CrudRepository<T, UUID> store, T it, String table, UUID row, int form) {
        return saving(table, row, form, () -> store.save(it));
    }

    /**
     * Saves, or says that someone was faster.
     *
     * @throws EditConflict where someone was
     */
    public static <T> T saving(String table, UUID row, int form, Supplier<T> save) {
        try {
            return save.get();
        } catch (OptimisticLockingFailureException faster) {
            throw new EditConflict(table, row, form);
        }
    }
}
