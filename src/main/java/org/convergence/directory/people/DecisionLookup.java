package org.convergence.directory.people;

import java.util.List;
import java.util.Optional;

/** Looks up decisions, for plans and rates that cite one; a bean contributed by a module that stores decisions. */
public interface DecisionLookup {

    /** The latest decisions, latest first; empty without the permission to read them. */
    List<Known> latest(int limit);

    /** The decision with this number. */
    Optional<Known> numbered(String number);

    /**
     * A recorded decision.
     *
     * @param decision with its number
     * @param text the text of the decision
     */
    record Known(Decision decision, String text) {}
}
