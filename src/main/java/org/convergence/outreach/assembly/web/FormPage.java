package org.convergence.outreach.assembly.web;

import org.convergence.directory.people.Choosing;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/**
 * A form on a page of its own.
 *
 * @param key message with its title
 * @param about what it is about, {@code null} for the module itself
 * @param cancel where one goes without it
 * @param choosing whom one chooses in it, {@code null} where nobody
 * @param conflict what someone else changed meanwhile, {@code null} for nothing
 */
public record FormPage(
        String key,
        @Nullable Link about,
        String action,
        String cancel,
        Form form,
        @Nullable Choosing choosing,
        @Nullable Conflict conflict) {

    static FormPage of(String key, Link about, String action, Form form) {
        return new FormPage(key, about, action, about.url(), form, null, null);
    }

    static FormPage choosing(String key, Link about, String action, Form form, Choosing choosing) {
        return new FormPage(key, about, action, about.url(), form, choosing, null);
    }

    FormPage meeting(@Nullable Conflict with) {
        return new FormPage(key, about, action, cancel, form, choosing, with);
    }
}
