package org.convergence.resources.prospect.web;

import java.util.List;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * Prospects by follower.
 *
 * @param tabs the open ones, and the closed ones
 */
public record ProspectsPage(
        String lead, List<Tab> tabs, List<Part> parts, String csv, String xlsx, boolean mayFollow, boolean over) {

    /**
     * The prospects of one follower.
     *
     * @param list address of the list to print or to mail; {@code null} without a follower
     */
    public record Part(String follower, @Nullable String list, List<Row> rows) {}

    /**
     * A prospect.
     *
     * @param next the next step and its day, or the outcome
     */
    public record Row(String name, String url, String next, boolean late, Tone tone, String state) {}
}
