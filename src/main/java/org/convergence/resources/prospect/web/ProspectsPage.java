package org.convergence.resources.prospect.web;

import java.util.List;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * Who might join, by who follows.
 *
 * @param tabs those that go on, and those that are over
 */
public record ProspectsPage(
        String lead, List<Tab> tabs, List<Part> parts, String csv, String xlsx, boolean mayFollow, boolean over) {

    /**
     * Those whom one person follows.
     *
     * @param list where her list is, to print or to mail; {@code null} where nobody follows
     */
    public record Part(String follower, @Nullable String list, List<Row> rows) {}

    /**
     * A prospect.
     *
     * @param next the next gesture and its day, or what came of it
     */
    public record Row(String name, String url, String next, boolean late, Tone tone, String state) {}
}
