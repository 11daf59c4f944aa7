package org.convergence.cooperation.partner;

import java.util.UUID;
import org.convergence.directory.people.OrganisationId;

/** What we promised partners, for the modules that keep a promise. */
public interface PartnerPromises {

    /**
     * Records that a promise to an organisation is kept today; one that is kept already stays as it is.
     *
     * @param promise the id of something that we owe it
     */
    void keep(OrganisationId organisation, UUID promise);
}
