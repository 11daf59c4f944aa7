package org.convergence.resources.relay.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.resources.relay.ImpactLeaflets;
import org.convergence.resources.relay.ImpactPermissions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Leaflets of a member, for the modules that hand them over. */
@Service
@Transactional(readOnly = true)
@Requires(ImpactPermissions.READ)
public class StoredImpactLeaflets implements ImpactLeaflets {

    private final LeafletRepository store;

    StoredImpactLeaflets(LeafletRepository store) {
        this.store = store;
    }

    @Override
    public Optional<ImpactLeaflet> documentFor(OrganisationId organisation, LocalDate from, LocalDate to) {
        return store.findByPeriod(organisation, from, to);
    }

    @Override
    public List<ImpactLeaflet> documentsOf(OrganisationId organisation) {
        return store.findByOrganisation(organisation);
    }

    @Override
    public List<LeafletPeriodBounds> periods() {
        return store.findPeriods();
    }
}
