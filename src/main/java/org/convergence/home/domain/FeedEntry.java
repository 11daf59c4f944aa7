package org.convergence.home.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.convergence.platform.shell.DeadlineSource.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * A deadline in a user's calendar feed.
 *
 * @param sequence grows with each change
 * @param toldAt when this version was first sent
 * @param begins its time; {@code null} for a whole day
 * @param deadline {@code null} if it is cancelled
 */
record FeedEntry(
        String subject,
        int sequence,
        Instant toldAt,
        LocalDate day,
        @Nullable LocalDateTime begins,
        @Nullable Deadline deadline) {}
