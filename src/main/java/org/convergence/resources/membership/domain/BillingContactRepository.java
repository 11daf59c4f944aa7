package org.convergence.resources.membership.domain;

import java.util.Optional;
import java.util.UUID;
import org.convergence.resources.membership.domain.BillingContactService.BillingContactSetting;
import org.springframework.data.repository.CrudRepository;

/** Persistence of billing contacts. */
interface BillingContactRepository extends CrudRepository<BillingContactSetting, UUID> {

    Optional<BillingContactSetting> findFirstByOrganisationOrderByIdDesc(UUID organisation);
}
