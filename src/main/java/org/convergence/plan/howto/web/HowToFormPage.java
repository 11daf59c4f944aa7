package org.convergence.plan.howto.web;

import java.util.List;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * The form of a new or existing how-to.
 *
 * @param subject the action for which it is written, {@code null} for none
 * @param others existing how-tos that could serve the action
 * @param tie where one of these is chosen
 * @param remove where it is deleted, {@code null} for a new one
 */
public record HowToFormPage(
        String key,
        @Nullable String subject,
        String action,
        String cancel,
        Form form,
        @Nullable Conflict conflict,
        List<Option> others,
        String tie,
        @Nullable String remove) {}
