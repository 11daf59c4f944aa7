package org.convergence.platform.list;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/**
 * Everything around the rows of a list, for the templates {@code platform/list}.
 *
 * @param form the filter as it was typed
 * @param count the formatted count
 * @param narrowing the active filters, each with the address of the list without it
 * @param isDetailed whether a filter besides the typed words is active or unreadable, so that all filters are shown
 * @param csv the address of the filtered list as a file
 * @param next the address of the next page, null on the last
 * @param first the address of the first page, null on it
 */
public record ListFrame(
        Form form,
        String count,
        List<ActiveFilter> narrowing,
        boolean isDetailed,
        String csv,
        String xlsx,
        @Nullable String next,
        @Nullable String first) {

    public ListFrame {
        narrowing = List.copyOf(narrowing);
    }

    /** One formatted filter, and the address of the list without it. */
    public record ActiveFilter(String label, String without) {}
}
