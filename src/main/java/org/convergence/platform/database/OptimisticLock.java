package org.convergence.platform.database;

import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.repository.CrudRepository;

/** Optimistic locking of rows: the second editor gets a conflict and overwrites nothing. */
public final class OptimisticLock {

    private OptimisticLock() {}

    /**
     * Refuses a form that was opened on another version than the current one.
     *
     * @param table with its schema
     * @throws EditConflict if they differ
     */
    public static void requireSameVersion(String table, UUID row, int form, int stands) {
        if (form != stands) {
            throw new EditConflict(table, row, form);
        }
    }

    /**
     * Saves an aggregate at the version at which it was loaded.
     *
     * @throws EditConflict if it was changed meanwhile
     */
    public static <T> T save(CrudRepository<T, UUID> store, T it, String table, UUID row, int form) {
        return saveAtVersion(table, row, form, () -> store.save(it));
    }

    /**
     * Runs a save and turns an optimistic-locking failure into a conflict.
     *
     * @throws EditConflict if the row was changed meanwhile
     */
    public static <T> T saveAtVersion(String table, UUID row, int form, Supplier<T> save) {
        try {
            return save.get();
        } catch (OptimisticLockingFailureException faster) {
            throw new EditConflict(table, row, form);
        }
    }
}
