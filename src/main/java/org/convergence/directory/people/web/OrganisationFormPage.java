package org.convergence.directory.people.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The form of an organisation.
 *
 * @param title the organisation's name, {@code null} for a new one
 * @param parents the parents of a new one, {@code null} for an existing one
 * @param called another with the same name, {@code null} for none
 */
public record OrganisationFormPage(
        @Nullable String title,
        String action,
        String cancel,
        Form form,
        @Nullable Conflict conflict,
        OrganisationChoices choices,
        @Nullable ChooserField parents,
        OrganisationPage.@Nullable PartyLink called) {

    /** The choices and suggestions. */
    public record OrganisationChoices(List<Option> kinds, List<String> places) {

        static OrganisationChoices of(Words t) {
            return new OrganisationChoices(DirectoryFormatter.kinds(t), DirectoryFormatter.places(t));
        }
    }

    /** The rows of mail addresses and telephone numbers. */
    public List<ContactPointForm.ContactPointRow> points() {
        return ContactPointForm.rows(form);
    }
}
