package org.convergence.resources.prospect.web;

import java.util.List;
import org.convergence.directory.people.Choosing;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * A form on a page of its own.
 *
 * @param key message with its title
 * @param about the prospect, {@code null} for a new one
 * @param organisation whom one chooses, {@code null} where it is known
 * @param follower who follows, {@code null} where it is not asked
 * @param states what may have come of it; empty where it is not asked
 */
public record ProspectFormPage(
        String key,
        @Nullable String about,
        String action,
        String cancel,
        Form form,
        @Nullable Choosing organisation,
        @Nullable Choosing person,
        @Nullable Choosing follower,
        List<Option> states) {}
