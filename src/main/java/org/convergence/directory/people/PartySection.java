package org.convergence.directory.people;

import java.util.Optional;
import org.convergence.platform.text.Words;

/**
 * A section of the page of a person, of an organisation, or of both, contributed as a bean by the module that knows its
 * content (activities, dues …). Called at each display of the page.
 */
public interface PartySection {

    /** Its position on the page, in tens. */
    int order();

    /** The permission required; without it the section is skipped. */
    String permission();

    /** The content for a party; empty for none, or where it does not concern people, or organisations. */
    Optional<PageSection> show(Party party, Words t);
}
