package org.convergence.directory.people.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole list, for printing.
 *
 * @param cut a notice that there are more, {@code null} where the list is complete
 */
public record PaperPage(
        String title,
        String count,
        String back,
        List<String> heads,
        List<List<String>> rows,
        @Nullable String cut) {}
