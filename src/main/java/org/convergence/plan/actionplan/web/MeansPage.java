package org.convergence.plan.actionplan.web;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.shell.BarSegment;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A means with its actions.
 *
 * @param text the introduction of its actions, may be empty
 * @param tag the form that tags it with an area, {@code null} without the permission
 * @param edit where its wording is changed, {@code null} without the permission
 */
public record MeansPage(
        UUID id,
        String planTitle,
        String planUrl,
        String objective,
        String title,
        String text,
        String counts,
        List<BarSegment> bar,
        Tone tone,
        @Nullable String word,
        List<ActionRow> actions,
        @Nullable Form tag,
        List<Option> areas,
        String area,
        @Nullable String edit,
        @Nullable String add) {}
