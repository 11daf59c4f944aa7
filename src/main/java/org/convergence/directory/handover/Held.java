package org.convergence.directory.handover;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person holds.
 *
 * @param id by which its holding knows it
 * @param what its name, as it is listed
 * @param detail how far it is, under what it stands; {@code null} for nothing
 * @param url its page, {@code null} for none
 * @param due by when something is to be done, or its last day; {@code null} for no day
 */
public record Held(
        UUID id,
        String what,
        @Nullable String detail,
        @Nullable String url,
        @Nullable LocalDate due) {}
