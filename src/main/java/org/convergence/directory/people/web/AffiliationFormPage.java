package org.convergence.directory.people.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.people.web.OrganisationPageAssembler.OrganisationPage;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * The form of affiliations.
 *
 * @param parents the parents to choose, {@code null} for a correction
 * @param parent the parent of the corrected affiliation
 * @param withdraw the action that deletes it, {@code null} for a new one
 */
public record AffiliationFormPage(
        OrganisationPage.PartyLink member,
        @Nullable ChooserField parents,
        OrganisationPage.@Nullable PartyLink parent,
        List<Option> natures,
        String action,
        @Nullable String withdraw,
        Form form) {}
