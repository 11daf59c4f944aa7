package org.convergence.directory.consent;

import java.net.URI;
import org.convergence.directory.people.PersonId;

/** Addresses of the page on which somebody chooses what she receives, for whoever writes to her (R-CASL-11). */
public interface PreferenceLinks {

    /** Where these addresses begin. */
    String PATH = "/preferences/";

    /**
     * A new address for her; those before stay good. It opens the page, and a POST of {@code List-Unsubscribe=One-Click} to
     * it stops everything (RFC 8058). To be made when a message leaves: it is a secret, and is kept nowhere.
     */
    URI linkFor(PersonId person);
}
