package org.convergence.directory.people.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * The form of a person.
 *
 * @param title the person's name, {@code null} for a new one
 * @param at the organisation of a new person's function, {@code null} for an existing person
 * @param called others with the same name
 */
public record PersonFormPage(
        @Nullable String title,
        String action,
        String cancel,
        Form form,
        @Nullable Conflict conflict,
        List<Option> languages,
        @Nullable ChooserField at,
        List<OrganisationPage.PartyLink> called) {

    /** The rows of mail addresses and telephone numbers. */
    public List<ContactPointForm.ContactPointRow> points() {
        return ContactPointForm.rows(form);
    }

    /** The page that gives a person's data. */
    public record AccessPage(String name, String url) {}

    /**
     * The confirmation before a person is erased.
     *
     * @param sealed whether the person is under a code name: a reason is required, and another person reviews it
     * @param search the search for other places with the name, to be read before
     */
    public record ErasurePage(String name, boolean sealed, String url, String search, Form form) {}
}
