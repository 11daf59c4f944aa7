package org.convergence.resources.membership.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Persistence of memberships. */
interface MembershipRepository extends CrudRepository<Membership, UUID> {

    List<Membership> findByOrganisationOrderBySinceDesc(UUID organisation);

    List<Membership> findByPersonOrderBySinceDesc(UUID person);
}
