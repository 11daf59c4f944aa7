package org.convergence.directory.consent.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * Whether each person may be written to.
 *
 * @param question the question in words
 * @param settings the page of the legal settings; {@code null} without the permission
 */
public record ConsentListPage(
        Form form,
        String question,
        List<ConsentStateRow> rows,
        List<Option> purposes,
        List<Option> channels,
        @Nullable String first,
        @Nullable String next,
        @Nullable String settings) {}
