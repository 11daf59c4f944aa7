package org.convergence.directory.people;

import gg.jte.Content;
import java.util.Optional;
import org.convergence.platform.text.Words;

/**
 * A part of an organisation's page, contributed by the module that knows it (what was done with it, its dues …): a bean
 * of this type. Asked at each opening of the page.
 */
public interface OrganisationSection {

    /** Place on the page, in tens. */
    int order();

    /** Without which it is not asked. */
    String permission();

    /** What there is to show of the organisation; empty for nothing. */
    Optional<PageSection> show(OrganisationName organisation, Words t);

    /**
     * A heading and what stands under it.
     *
     * @param content made by {@code platform.shell.Parts} from a template of the contributor
     */
    record PageSection(String title, Content content) {}
}
