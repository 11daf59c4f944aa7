package org.convergence.plan.reading.domain;

import java.util.List;

/**
 * What a plan gives beside an action, as written; empty where it gives nothing; several values are on separate lines.
 *
 * @param responsible the person or group in charge
 * @param due the due date
 * @param others any other column with its caption, such as "Partenaires : …" or "Indicateur : …"
 */
public record ReadFollowUp(String responsible, String due, List<String> others) {

    /** Nothing beside the action. */
    public static final ReadFollowUp NONE = new ReadFollowUp("", "", List.of());

    public ReadFollowUp {
        others = List.copyOf(others);
    }
}
