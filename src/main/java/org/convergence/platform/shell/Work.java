package org.convergence.platform.shell;

import org.jspecify.annotations.Nullable;

/**
 * Work that takes time, as the {@code work} component shows it; it asks its address again while the work runs.
 *
 * @param url answers this component as a fragment, and a page without JavaScript
 * @param total 0 while it is not known
 * @param minutesLeft an estimate; {@code null} while there is none
 * @param stop address to which a POST stops it; {@code null} where it cannot be stopped
 */
public record Work(
        String title,
        String url,
        long done,
        long total,
        boolean running,
        @Nullable Integer minutesLeft,
        @Nullable String stop) {}
