package org.convergence.plan.realisation.web;

import java.util.List;
import org.convergence.platform.shell.OptionGroup;

/**
 * The lines served, as the form proposes and shows them.
 *
 * @param chips those chosen, then those proposed
 * @param refused ids of proposals that were unticked, so that they are not proposed again
 * @param lines all lines, to look for another one
 * @param kind the kind that the title suggests, by its name; empty if none
 * @param counts where it will count, formatted; empty if nowhere
 */
public record ServedLinesPart(
        List<ServedLineChip> chips, List<String> refused, List<OptionGroup> lines, String kind, String counts) {

    /**
     * A line to tick or to untick.
     *
     * @param label short
     * @param whole the whole text
     * @param offered whether it is ticked only because it was proposed
     */
    public record ServedLineChip(String id, String label, String whole, boolean ticked, boolean offered) {}

    public boolean isEmpty() {
        return chips.isEmpty();
    }
}
