package org.convergence.platform.database;

import java.util.function.Supplier;
import org.convergence.platform.access.Actor;

/** For the one transaction that holds gestures of several people: the audit is told of each as its own. */
public interface Gestures {

    /**
     * Does a gesture in somebody's name within the running transaction.
     *
     * @param name as the audit names it, for instance {@code PlanDrafting.reword}
     * @throws IllegalStateException where no transaction runs
     */
    <T> T by(Actor actor, String name, Supplier<T> gesture);

    /** As {@link #by(Actor, String, Supplier)}, for a gesture that answers nothing. */
    default void doneBy(Actor actor, String name, Runnable gesture) {
        by(actor, name, () -> {
            gesture.run();
            return true;
        });
    }
}
