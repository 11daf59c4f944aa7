package org.convergence.plan.realisation.web;

import java.util.List;
import org.convergence.platform.imports.web.ImportPage;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * A file of past realisations.
 *
 * @param plans the plans whose numbers the file may use
 * @param names organisations that need a decision; empty once it is recorded
 * @param moreNames number of those not shown
 * @param enters how many organisations would be added to the directory, formatted; {@code null} for none
 */
public record RealisationImportPage(
        ImportPage file,
        List<Option> plans,
        List<OrganisationNameField> names,
        int moreNames,
        @Nullable String enters) {

    /** An organisation that needs a decision. */
    public record OrganisationNameField(
            String key, String name, String rows, List<Option> options, String chosen, boolean ambiguous) {}
}
