package org.convergence.directory.consent;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.convergence.directory.people.PersonId;

/**
 * Contributed by a module that knows why one may write to someone: a membership, a ticket, a contract. Computed each time
 * it is asked, never copied. A withdrawal beats whatever it answers (R-CASL-12).
 */
public interface ConsentBasis {

    /** What speaks for each of these people, in one query however many they are; nothing for those of whom it knows nothing. */
    Map<PersonId, List<Ground>> grounds(Collection<PersonId> people);
}
