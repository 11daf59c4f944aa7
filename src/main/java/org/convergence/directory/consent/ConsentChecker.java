package org.convergence.directory.consent;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.convergence.directory.people.PersonId;

/** « Peut-on lui écrire à ce sujet? », for one person or a list, for modules that write. */
public interface ConsentChecker {

    /**
     * The answer for each person, in a few queries whatever their number, in the given order.
     *
     * @param on the day of the message
     */
    Map<PersonId, ConsentDecision> mayWrite(
            Collection<PersonId> people, ConsentChannel channel, Purpose purpose, LocalDate on);
}
