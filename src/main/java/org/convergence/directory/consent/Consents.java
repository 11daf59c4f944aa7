package org.convergence.directory.consent;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.convergence.directory.people.PersonId;

/** « Peut-on lui écrire à ce sujet? », for one person and for a list, for the modules that write. */
public interface Consents {

    /**
     * The answer for each, in a few queries however many they are; in the order asked.
     *
     * @param on the day on which one would write
     */
    Map<PersonId, MayWrite> mayWrite(
            Collection<PersonId> people, ConsentChannel channel, Purpose purpose, LocalDate on);
}
