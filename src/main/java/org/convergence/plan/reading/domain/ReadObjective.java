package org.convergence.plan.reading.domain;

import java.util.List;

/**
 * A top line of a written plan, whatever the plan calls it, with its means.
 *
 * @param wording its words
 * @param means what is under it
 */
public record ReadObjective(Wording wording, List<ReadMeans> means) {

    public ReadObjective {
        means = List.copyOf(means);
    }
}
