package org.convergence.directory.protection;

import java.util.Collection;
import java.util.Map;
import org.convergence.directory.people.PersonId;

/**
 * The name of each person for a use: the real one where the person is not protected or consents today, otherwise the
 * code name. Callers must not store it in clear.
 */
public interface ShownNames {

    /** The names to show; deleted people are left out. */
    Map<PersonId, String> findNames(Collection<PersonId> people, NameUse use);
}
