package org.convergence.platform.shell;

import org.jspecify.annotations.Nullable;

/**
 * Long work, for the {@code work} component, which reloads its address while the work runs.
 *
 * @param url gives this component as a fragment, and a page without JavaScript
 * @param total 0 while it is unknown
 * @param minutesLeft an estimate; {@code null} while there is none
 * @param stop address to which a POST stops it; {@code null} if it cannot be stopped
 */
public record WorkProgress(
        String title,
        String url,
        long done,
        long total,
        boolean running,
        @Nullable Integer minutesLeft,
        @Nullable String stop) {}
