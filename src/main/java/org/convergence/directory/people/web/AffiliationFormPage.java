package org.convergence.directory.people.web;

import java.util.List;
import org.convergence.directory.people.Choosing;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * The form by which an organisation is said to belong to others.
 *
 * @param parents those to choose, {@code null} where one is corrected
 * @param parent the one whose affiliation is corrected
 * @param withdraw where it is taken back, {@code null} for a new one
 */
public record AffiliationFormPage(
        OrganisationPage.Link member,
        @Nullable Choosing parents,
        OrganisationPage.@Nullable Link parent,
        List<Option> natures,
        String action,
        @Nullable String withdraw,
        Form form) {}
