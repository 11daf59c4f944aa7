package org.convergence.cooperation.partner;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;

/** What we promised partners, for the modules that keep a promise. */
public interface PartnerPromises {

    /**
     * Records that a promise to an organisation is kept today; one that is kept already stays as it is.
     *
     * @param promise the id of something that we owe it
     * @return whether it was open
     */
    boolean keep(OrganisationId organisation, UUID promise);

    /**
     * Takes {@link #keep} back.
     *
     * @param keptOn the day on which it was kept; a promise noted as kept on another day stays so
     * @return whether it is open again
     */
    boolean reopen(UUID promise, LocalDate keptOn);
}
