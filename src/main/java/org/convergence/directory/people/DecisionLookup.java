package org.convergence.directory.people;

import java.util.List;
import java.util.Optional;

/**
 * Contributed by a module that keeps what bodies decided, so that a plan or a rate cites a decision that was taken: a bean
 * of this type.
 */
public interface DecisionLookup {

    /** The decisions that were taken last, the latest first; none for who may not read them. */
    List<Known> latest(int limit);

    /** The one of this number. */
    Optional<Known> numbered(String number);

    /**
     * A decision that was taken.
     *
     * @param decision with its number
     * @param text what was decided
     */
    record Known(Decision decision, String text) {}
}
