package org.convergence.directory.consent;

import java.net.URI;
import org.convergence.directory.people.PersonId;

/** Creates links to a person's preferences page, for modules that write to people (R-CASL-11). */
public interface PreferenceLinkIssuer {

    /** The path prefix of these links. */
    String PATH = "/preferences/";

    /**
     * A new link; earlier ones remain valid. It opens the page, and a POST of {@code List-Unsubscribe=One-Click} to it
     * unsubscribes from everything (RFC 8058). Create it when the message leaves: it is a secret and is not stored.
     */
    URI linkFor(PersonId person);
}
