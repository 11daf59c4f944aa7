package org.convergence.directory.protection;

import java.util.Collection;
import java.util.Map;
import org.convergence.directory.people.PersonId;

/**
 * Under which name people are shown for a use: her own where nobody protects her or where she consents to it today, else
 * her code name. Nothing of it is kept in clear by whoever asks.
 */
public interface ShownNames {

    /** The names to show; those who are gone are left out. */
    Map<PersonId, String> of(Collection<PersonId> people, Use use);
}
