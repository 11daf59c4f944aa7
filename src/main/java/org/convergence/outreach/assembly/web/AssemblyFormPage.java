package org.convergence.outreach.assembly.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * A form on its own page.
 *
 * @param key message key of the title
 * @param about the subject and its address; {@code null} for the module itself
 * @param cancel address of the cancel link
 * @param choosing choice of a party; {@code null} for none
 * @param conflict a concurrent change; {@code null} for none
 * @param lines of the plan, to choose from
 */
public record AssemblyFormPage(
        String key,
        @Nullable PageLink about,
        String action,
        String cancel,
        Form form,
        @Nullable ChooserField choosing,
        @Nullable Conflict conflict,
        List<Option> lines) {

    static AssemblyFormPage of(String key, PageLink about, String action, Form form) {
        return new AssemblyFormPage(key, about, action, about.url(), form, null, null, List.of());
    }

    static AssemblyFormPage choosing(String key, PageLink about, String action, Form form, ChooserField choosing) {
        return new AssemblyFormPage(key, about, action, about.url(), form, choosing, null, List.of());
    }

    AssemblyFormPage withLines(List<Option> offered) {
        return new AssemblyFormPage(key, about, action, cancel, form, choosing, conflict, offered);
    }

    AssemblyFormPage withConflict(@Nullable Conflict with) {
        return new AssemblyFormPage(key, about, action, cancel, form, choosing, with, lines);
    }
}
