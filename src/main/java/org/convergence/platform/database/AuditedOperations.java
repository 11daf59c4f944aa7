package org.convergence.platform.database;

import java.util.function.Supplier;
import org.convergence.platform.access.Actor;

/**
 * Attributes operations of several people within one transaction, so that the audit records each under its own actor.
 */
public interface AuditedOperations {

    /**
     * Runs an operation as an actor within the running transaction.
     *
     * @param name the operation's name in the audit, for instance {@code PlanDraftService.reword}
     * @throws IllegalStateException if no transaction runs
     */
    <T> T callAs(Actor actor, String name, Supplier<T> gesture);

    /** As {@link #callAs(Actor, String, Supplier)}, for an operation without a result. */
    default void runAs(Actor actor, String name, Runnable gesture) {
        callAs(actor, name, () -> {
            gesture.run();
            return true;
        });
    }
}
