package org.convergence.directory.handover;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.convergence.directory.people.PersonId;

/** Tells modules who has left. */
public interface PastDepartures {

    /** The last days of those of these people who left by a hand-over and have not come back. */
    Map<PersonId, LocalDate> findLastDays(Collection<PersonId> people);
}
