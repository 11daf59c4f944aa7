package org.convergence.resources.relay.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.resources.relay.RelayPermissions;
import org.convergence.resources.relay.Relays;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Leaflets of a member, for the modules that hand them over. */
@Service
@Transactional(readOnly = true)
@Requires(RelayPermissions.READ)
public class RelayedLeaflets implements Relays {

    private final LeafletStore store;

    RelayedLeaflets(LeafletStore store) {
        this.store = store;
    }

    @Override
    public Optional<Relayed> documentFor(OrganisationId organisation, LocalDate from, LocalDate to) {
        return store.find(organisation, from, to);
    }

    @Override
    public List<Relayed> documentsOf(OrganisationId organisation) {
        return store.of(organisation);
    }

    @Override
    public List<Period> periods() {
        return store.periods();
    }
}
