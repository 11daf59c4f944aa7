package org.convergence.plan.realisation.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The participation of the parts of the network.
 *
 * @param period formatted
 */
public record CoveragePage(Form form, String period, List<CoverageGroup> groups) {

    /** Parts of one kind. */
    public record CoverageGroup(String title, List<CoverageRow> rows) {}

    /**
     * A part.
     *
     * @param url its page or the list of its organisations; {@code null} for none
     * @param reached how many of how many
     * @param last how long it has been silent, or its latest participation
     */
    public record CoverageRow(
            String name, @Nullable String url, String reached, String last, Tone tone, String state) {}
}
