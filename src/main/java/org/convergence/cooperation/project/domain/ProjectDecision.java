package org.convergence.cooperation.project.domain;

import java.time.LocalDate;
import java.util.UUID;

/** A decision about a project. */
public record ProjectDecision(UUID id, DecisionFacts facts) {

    /**
     * What was decided.
     *
     * @param decision 1 to 2,000 characters
     * @param decidedBy the body or the meeting that decided, in at most 300 characters; may be empty
     */
    public record DecisionFacts(LocalDate decidedOn, String decision, String decidedBy) {}
}
