package org.convergence.plan.reading.domain;

import java.util.List;

/**
 * What a plan says beside an action, in its own words; empty where it says nothing; several values stand each on a line.
 *
 * @param responsible who
 * @param due when
 * @param others any other column with its caption, such as "Partenaires : …" or "Indicateur : …"
 */
public record FollowUp(String responsible, String due, List<String> others) {

    /** Nothing beside the action. */
    public static final FollowUp NONE = new FollowUp("", "", List.of());

    public FollowUp {
        others = List.copyOf(others);
    }
}
