package org.convergence.plan.howto.web;

import java.util.List;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The list of how-tos.
 *
 * @param groups those that need review first, then by area
 * @param writes whether the user may add one
 */
public record HowToListPage(List<HowToGroup> groups, boolean writes) {

    /** How-tos under a heading. */
    public record HowToGroup(String title, List<HowToRow> rows) {}

    /**
     * A how-to.
     *
     * @param used in words
     * @param serves the lines that it serves, in words; {@code null} for none
     */
    public record HowToRow(
            String title,
            String url,
            Tone tone,
            String trust,
            String used,
            @Nullable String serves) {}
}
