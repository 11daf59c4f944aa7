package org.convergence.directory.people.web;

import java.util.List;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Work;
import org.jspecify.annotations.Nullable;

/**
 * Records that may be of one person or organisation, side by side.
 *
 * @param kind persons or organisations: the word for it in addresses and messages
 * @param count how many wait, in words
 * @param work the search that runs, {@code null} where none does
 */
public record DuplicatesPage(
        String kind,
        List<Tab> tabs,
        String count,
        List<Proposed> proposed,
        @Nullable Work work) {

    /**
     * Two that may be one.
     *
     * @param why what they have in common, in words
     * @param replace where they are made one
     */
    public record Proposed(String why, Side first, Side second, String replace) {}

    /** One of two. */
    public record Side(String id, String name, String url, List<String> lines, String since) {}
}
