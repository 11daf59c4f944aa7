package org.convergence.plan.actionplan.web;

import java.util.List;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * An action in a list.
 *
 * @param commitment in words
 * @param state in words, {@code null} in a draft
 * @param reason the reason, if its state was set by a person
 * @param ago when something was last done for it
 * @param when its window or rhythm
 * @param goal progress towards its target
 * @param contributed what lines of other plans contribute to it
 */
public record ActionRow(
        String title,
        String url,
        String commitment,
        Tone tone,
        @Nullable String state,
        @Nullable String reason,
        @Nullable String ago,
        @Nullable String responsible,
        @Nullable String when,
        @Nullable String goal,
        @Nullable String contributed,
        List<ActionRow> parts) {}
