package org.convergence.directory.people;

import java.util.Optional;
import org.convergence.platform.text.Words;

/**
 * A part of the page of a person, of an organisation, or of both alike, contributed by the module that knows it (what was
 * done with them, their dues …): a bean of this type. Asked at each opening of the page.
 */
public interface PartySection {

    /** Place on the page, in tens. */
    int order();

    /** Without which it is not asked. */
    String permission();

    /** What there is to show of them; empty for nothing, or where it is not about people, or not about organisations. */
    Optional<PageSection> show(Party party, Words t);
}
