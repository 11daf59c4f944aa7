package org.convergence.directory.people;

import java.util.List;
import java.util.Optional;

/** Looks up decisions, for plans and rates that cite one; a bean contributed by a module that stores decisions. */
public interface DecisionLookup {

    /** The latest decisions, latest first; empty without the permission to read them. */
    List<RecordedDecision> findLatest(int limit);

    /** The decision with this number. */
    Optional<RecordedDecision> findByNumber(String number);

    /**
     * A recorded decision.
     *
     * @param decision with its number
     * @param text the text of the decision
     */
    record RecordedDecision(Decision decision, String text) {}
}
