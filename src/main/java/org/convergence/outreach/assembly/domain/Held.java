package org.convergence.outreach.assembly.domain;

import java.util.UUID;
import org.convergence.platform.database.EditConflict;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.repository.CrudRepository;

/** Two who change one row: the second is told, never overruled. */
final class Held {

    private Held() {}

    /** @throws EditConflict where the row is not at the version that the form was opened on */
    static void requireSame(String table, UUID row, int actual, int version) {
        if (actual != version) {
            throw new EditConflict(table, row, version);
        }
    }

    /** Saves what was loaded at its version. */
    static <T> T save(CrudRepository<T, UUID> store, T it, String table, UUID row, int version) {
        try {
            return store.save(it);
        } catch (OptimisticLockingFailureException faster) {
            throw new EditConflict(table, row, version);
        }
    }
}
