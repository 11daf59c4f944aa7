package org.convergence.directory.people.web;

import java.util.List;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.WorkProgress;
import org.jspecify.annotations.Nullable;

/**
 * Possible duplicates, side by side.
 *
 * @param kind persons or organisations: the key in addresses and messages
 * @param count the number undecided, in words
 * @param work the running search, {@code null} for none
 */
public record DuplicateListPage(
        String kind,
        List<Tab> tabs,
        String count,
        List<DuplicatePair> proposed,
        @Nullable WorkProgress work) {

    /**
     * A pair.
     *
     * @param why what they have in common, in words
     * @param replace the page that merges them
     */
    public record DuplicatePair(String why, DuplicateRecord first, DuplicateRecord second, String replace) {}

    /** One of the two records of a pair. */
    public record DuplicateRecord(String id, String name, String url, List<String> lines, String since) {}
}
