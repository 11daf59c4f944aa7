package org.convergence.directory.people.web;

import org.convergence.directory.people.Choosing;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/**
 * The form by which someone is said to hold a function.
 *
 * @param about whose page one came from: the person or the organisation
 * @param choosing who or where, {@code null} where a function is corrected
 * @param key the word for what is chosen in messages
 * @param other the other one of a function that is corrected
 * @param withdraw where it is taken back, {@code null} for a new one
 * @param newcomer where someone who is not in the directory yet is entered, {@code null} where that is not offered
 */
public record FunctionFormPage(
        OrganisationPage.Link about,
        @Nullable Choosing choosing,
        String key,
        OrganisationPage.@Nullable Link other,
        String action,
        @Nullable String withdraw,
        @Nullable String newcomer,
        Form form) {}
