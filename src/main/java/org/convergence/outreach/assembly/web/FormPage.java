package org.convergence.outreach.assembly.web;

import org.convergence.directory.people.Choosing;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/**
 * A form on its own page.
 *
 * @param key message key of the title
 * @param about the subject and its address; {@code null} for the module itself
 * @param cancel address of the cancel link
 * @param choosing choice of a party; {@code null} for none
 * @param conflict a concurrent change; {@code null} for none
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
