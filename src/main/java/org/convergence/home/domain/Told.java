package org.convergence.home.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.convergence.platform.shell.Deadlines.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * A deadline as a calendar is told of it.
 *
 * @param sequence grows with each change
 * @param toldAt when it was told so for the first time
 * @param begins its hour; {@code null} for a day
 * @param deadline {@code null} where it is no more
 */
record Told(
        String subject,
        int sequence,
        Instant toldAt,
        LocalDate day,
        @Nullable LocalDateTime begins,
        @Nullable Deadline deadline) {}
