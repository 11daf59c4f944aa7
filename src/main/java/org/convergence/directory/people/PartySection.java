package org.convergence.directory.people;

import java.util.Optional;
import org.convergence.platform.access.Permitted;
import org.convergence.platform.access.Ranked;
import org.convergence.platform.text.Words;

/**
 * A section of the page of a person, of an organisation, or of both, contributed as a bean by the module that knows its
 * content (activities, dues …). Called at each display of the page.
 */
public interface PartySection extends Permitted, Ranked {

    /** The content for a party; empty for none, or where it does not concern people, or organisations. */
    Optional<PageSection> show(Party party, Words t);
}
