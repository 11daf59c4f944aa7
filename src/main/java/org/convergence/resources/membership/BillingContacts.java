package org.convergence.resources.membership;

import java.util.Collection;
import java.util.Map;
import org.convergence.directory.people.OrganisationId;

/** The billing contacts of members, for higher modules: the named person, else the organisation. */
public interface BillingContacts {

    /**
     * Contacts of these organisations, in the given order, in a fixed number of queries; deleted organisations are left
     * out.
     */
    Map<OrganisationId, BillingContact> findByOrganisations(Collection<OrganisationId> organisations);
}
