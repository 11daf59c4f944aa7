package org.convergence.directory.handover.web;

import java.util.List;
import org.convergence.directory.people.Choosing;
import org.convergence.platform.shell.Form;

/**
 * What somebody holds, before it is passed on.
 *
 * @param mark of what was read
 * @param may whether the reader passes it on; else she only sees what is hers
 * @param mailSet whether a letter to a successor leaves at once
 * @param passes what passes to a successor
 * @param ends what ends on the last day
 * @param remains what others decide
 */
public record PassingPage(
        String person,
        String url,
        String back,
        String mark,
        boolean may,
        boolean mailSet,
        List<HeldPart> passes,
        List<HeldPart> ends,
        List<HeldPart> remains,
        Choosing successor,
        Choosing other,
        Form form) {

    /** Whether there is nothing at all. */
    public boolean isEmpty() {
        return passes.isEmpty() && ends.isEmpty() && remains.isEmpty();
    }

    /** How many lines pass. */
    public int count() {
        return passes.stream().mapToInt(part -> part.rows().size()).sum();
    }
}
