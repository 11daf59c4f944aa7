package org.convergence.platform.list;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the rows of a list, for the templates {@code platform/list}.
 *
 * @param form the filter as it was typed
 * @param count in words
 * @param narrowing what narrows the list, each with the address of the list without it
 * @param isDetailed whether more than words narrows it, or a filter cannot be read, so that all filters are shown
 * @param csv the address of exactly what is filtered, as a file
 * @param next the address of the next page, null on the last
 * @param first the address of the first page, null on it
 */
public record ListFrame(
        Form form,
        String count,
        List<Narrowing> narrowing,
        boolean isDetailed,
        String csv,
        String xlsx,
        @Nullable String next,
        @Nullable String first) {

    public ListFrame {
        narrowing = List.copyOf(narrowing);
    }

    /** One filter in words, and the address of the list without it. */
    public record Narrowing(String label, String without) {}
}
