package org.convergence.plan.realisation.web;

import java.util.List;
import org.convergence.platform.shell.OptionGroup;

/**
 * The lines of the plans that something serves, as the form proposes and shows them.
 *
 * @param chips those chosen, then those proposed
 * @param refused ids of those that were proposed and unticked, so that they are not proposed again
 * @param lines all of them, for whoever looks for another one
 * @param kind the kind that the title speaks of, by its name; empty where it speaks of none
 * @param counts where it will count, in words; empty where nowhere
 */
public record ServedPart(List<Chip> chips, List<String> refused, List<OptionGroup> lines, String kind, String counts) {

    /**
     * A line to tick or to untick.
     *
     * @param label brief
     * @param whole the whole text
     * @param offered whether it is ticked only because it was proposed
     */
    public record Chip(String id, String label, String whole, boolean ticked, boolean offered) {}

    /** Whether any chip is there. */
    public boolean isEmpty() {
        return chips.isEmpty();
    }
}
