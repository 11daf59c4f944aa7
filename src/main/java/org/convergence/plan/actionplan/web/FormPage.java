package org.convergence.plan.actionplan.web;

import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/**
 * A form on a page of its own.
 *
 * @param key message of its title; {@code <key>.submit} is the button's
 * @param planTitle to which plan it belongs, {@code null} for a new one
 * @param subject the line that it is about
 * @param action where it is sent
 * @param cancel where one goes without sending it
 * @param note whether an amendment's date and reason go with it
 * @param conflict what someone else changed meanwhile
 */
public record FormPage(
        String key,
        @Nullable String planTitle,
        @Nullable String subject,
        String action,
        String cancel,
        Form form,
        boolean note,
        @Nullable Conflict conflict) {}
