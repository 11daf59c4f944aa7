package org.convergence.plan.realisation.web;

import java.util.List;
import org.convergence.platform.imports.web.ImportPage;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * A file of past realisations.
 *
 * @param plans whose numbers the file may bear
 * @param names organisations to be decided on; none once it is recorded
 * @param moreNames how many of those are not shown
 * @param enters how many organisations would be entered in the directory, in words; {@code null} for none
 */
public record PastImportPage(
        ImportPage file,
        List<Option> plans,
        List<NameField> names,
        int moreNames,
        @Nullable String enters) {

    /** An organisation to be decided on. */
    public record NameField(
            String key, String name, String rows, List<Option> options, String chosen, boolean ambiguous) {}
}
