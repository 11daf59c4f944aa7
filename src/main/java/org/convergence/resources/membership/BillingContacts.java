package org.convergence.resources.membership;

import java.util.Collection;
import java.util.Map;
import org.convergence.directory.people.OrganisationId;

/** To whom the rooms above write about dues and headcounts: the person who was named for it, else the organisation. */
public interface BillingContacts {

    /** Those of some organisations, in the order asked, in a few queries however many; those that are gone are left out. */
    Map<OrganisationId, BillingContact> of(Collection<OrganisationId> organisations);
}
