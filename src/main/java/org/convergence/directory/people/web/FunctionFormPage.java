package org.convergence.directory.people.web;

import org.convergence.directory.people.ChooserField;
import org.convergence.directory.people.web.OrganisationPageAssembler.OrganisationPage;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/**
 * The form of a function.
 *
 * @param about the page it was opened from: a person or an organisation
 * @param choosing the other party to choose, {@code null} for a correction
 * @param key the message key of what is chosen
 * @param other the other party of the corrected function
 * @param withdraw the action that deletes it, {@code null} for a new one
 * @param newcomer the page that creates a person, {@code null} where it is not offered
 */
public record FunctionFormPage(
        OrganisationPage.PartyLink about,
        @Nullable ChooserField choosing,
        String key,
        OrganisationPage.@Nullable PartyLink other,
        String action,
        @Nullable String withdraw,
        @Nullable String newcomer,
        Form form) {}
