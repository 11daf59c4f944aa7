package org.convergence.directory.people.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole list, to be printed.
 *
 * @param cut says that there are more, {@code null} where all are there
 */
public record PaperPage(
        String title,
        String count,
        String back,
        List<String> heads,
        List<List<String>> rows,
        @Nullable String cut) {}
