package org.convergence.plan.calendar.domain;

import java.time.Instant;
import java.util.UUID;
import org.convergence.platform.fetch.FetchProblem;
import org.jspecify.annotations.Nullable;

/**
 * A connected calendar as its owner sees it: of its address, only the host.
 *
 * @param host {@code null} if a file was imported
 * @param readAt {@code null} if it was never read
 * @param entries number of entries within the window
 * @param assumedZone whether some of its times have no known zone, and were read in the organisation's
 * @param problem why it could not be read since {@code failingSince}; {@code null} if it can
 */
public record ConnectedCalendar(
        UUID id,
        String name,
        @Nullable String host,
        @Nullable Instant readAt,
        int entries,
        boolean assumedZone,
        @Nullable Instant failingSince,
        @Nullable FetchProblem problem) {}
