package org.convergence.resources.membership.web;

import java.util.List;
import org.convergence.directory.people.Choosing;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * A form on a page of its own.
 *
 * @param key message with its title
 * @param about whom it is about and where it stands, {@code null} for the list of members
 * @param cancel where one goes without it
 * @param categories to choose from
 * @param decisions that may be cited; empty where none is known
 * @param organisation whom one chooses; {@code null} where nobody is chosen
 * @param person whom one chooses instead; {@code null} where nobody is chosen
 * @param conflict what someone else changed meanwhile, {@code null} for nothing
 */
public record FormPage(
        String key,
        @Nullable About about,
        String action,
        String cancel,
        Form form,
        List<Option> categories,
        List<Option> decisions,
        @Nullable Choosing organisation,
        @Nullable Choosing person,
        @Nullable Conflict conflict) {

    /** Something with a page of its own. */
    public record About(String label, String url) {}

    static FormPage of(String key, @Nullable About about, String action, String cancel, Form form) {
        return new FormPage(key, about, action, cancel, form, List.of(), List.of(), null, null, null);
    }

    FormPage among(List<Option> ofCategories, List<Option> ofDecisions) {
        return new FormPage(
                key, about, action, cancel, form, ofCategories, ofDecisions, organisation, person, conflict);
    }

    FormPage choosing(Choosing anOrganisation, @Nullable Choosing aPerson) {
        return new FormPage(key, about, action, cancel, form, categories, decisions, anOrganisation, aPerson, conflict);
    }

    FormPage meeting(@Nullable Conflict with) {
        return new FormPage(key, about, action, cancel, form, categories, decisions, organisation, person, with);
    }
}
