package org.convergence.directory.handover;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person holds.
 *
 * @param id its id within its holding
 * @param what its name in lists
 * @param detail its progress or parent; {@code null} for none
 * @param url its page, {@code null} for none
 * @param due its next deadline or last day; {@code null} for none
 */
public record HandoverItem(
        UUID id,
        String what,
        @Nullable String detail,
        @Nullable String url,
        @Nullable LocalDate due) {}
