package org.convergence.outreach.event.domain;

import org.jspecify.annotations.Nullable;

/**
 * An item of the programme of an event.
 *
 * @param begins such as 19:15; {@code null} if it is not set
 * @param speaker {@code null} for an item without one
 * @param named whether the speaker agreed that the public page names them
 * @param pictured whether the speaker agreed to pictures and recordings
 * @param consent when and how the speaker agreed; {@code null} while neither was agreed
 */
public record EventItem(
        @Nullable String begins,
        String title,
        @Nullable String speaker,
        boolean named,
        boolean pictured,
        @Nullable String consent) {}
