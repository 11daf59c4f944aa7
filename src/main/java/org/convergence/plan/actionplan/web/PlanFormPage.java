package org.convergence.plan.actionplan.web;

import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/**
 * A form on a page of its own.
 *
 * @param key message key of its title; {@code <key>.submit} is the button's
 * @param planTitle title of its plan, {@code null} for a new one
 * @param subject label of its line
 * @param action where it is sent
 * @param cancel where the cancel link leads
 * @param note whether an amendment's date and reason are required
 * @param conflict the changes made meanwhile by another editor
 */
public record PlanFormPage(
        String key,
        @Nullable String planTitle,
        @Nullable String subject,
        String action,
        String cancel,
        Form form,
        boolean note,
        @Nullable Conflict conflict) {}
