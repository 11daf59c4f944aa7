package org.convergence.directory.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks up decisions, for plans, rates and positions that cite one; a bean contributed by a module that stores decisions. */
public interface DecisionLookup {

    /** The latest decisions, latest first; empty without the permission to read them. */
    List<RecordedDecision> findLatest(int limit);

    /** The decision with this number. */
    Optional<RecordedDecision> findByNumber(String number);

    /** The decision with this id; empty if it does not stand. */
    Optional<RecordedDecision> findById(UUID id);

    /**
     * A recorded decision.
     *
     * @param decision with its number
     * @param text the text of the decision
     * @param page the page on which it is read
     */
    record RecordedDecision(UUID id, Decision decision, String text, String page) {}
}
