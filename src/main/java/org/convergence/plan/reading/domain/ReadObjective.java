package org.convergence.plan.reading.domain;

import java.util.List;

/**
 * A top line of a written plan, whatever the plan calls it, with its means.
 *
 * @param wording its text
 * @param means its means
 */
public record ReadObjective(ReadWording wording, List<ReadMeans> means) {

    public ReadObjective {
        means = List.copyOf(means);
    }
}
