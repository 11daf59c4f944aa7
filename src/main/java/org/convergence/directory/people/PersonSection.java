package org.convergence.directory.people;

import java.util.Optional;
import org.convergence.directory.people.OrganisationSection.PageSection;
import org.convergence.platform.text.Words;

/** A part of a person's page, contributed by the module that knows it: a bean of this type, as {@link OrganisationSection}. */
public interface PersonSection {

    /** Place on the page, in tens. */
    int order();

    /** Without which it is not asked. */
    String permission();

    /** What there is to show of the person; empty for nothing. */
    Optional<PageSection> show(PersonName person, Words t);
}
