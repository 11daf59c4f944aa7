package org.convergence.platform.database;

import java.util.function.Supplier;
import org.convergence.platform.access.Actor;

/**
 * Attributes operations of several people within one transaction, so that the audit records each under its own actor.
 */
public interface Gestures {

    /**
     * Runs an operation as an actor within the running transaction.
     *
     * @param name the operation's name in the audit, for instance {@code PlanDrafting.reword}
     * @throws IllegalStateException if no transaction runs
     */
    <T> T by(Actor actor, String name, Supplier<T> gesture);

    /** As {@link #by(Actor, String, Supplier)}, for an operation without a result. */
    default void doneBy(Actor actor, String name, Runnable gesture) {
        by(actor, name, () -> {
            gesture.run();
            return true;
        });
    }
}
