package org.convergence.resources.delegation.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.representative.RepresentativeSection;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.convergence.resources.delegation.domain.DelegationQueries.Delegation;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Delegates and votes of an organisation today (R-DELEG-1), on the page it opens by its link. */
@Component
@Order(12)
record RepresentativeDelegationSection(DelegationQueries delegationQueries, OrganisationSettings settings)
        implements RepresentativeSection {

    @Override
    public Optional<LinkPageSection> show(OrganisationId organisation, Words t) {
        LocalDate today = settings.today();
        return delegationQueries
                .findByMember(organisation, today)
                .filter(it -> it.right().ground() != DelegationPolicy.DelegationGround.NO_TABLE)
                .map(it -> new LinkPageSection(t.say("public.delegation.part"), List.of(line(it, t))));
    }

    private static LinkPageLine line(Delegation it, Words t) {
        Integer delegates = it.right().delegates();
        Integer votes = it.right().votes();
        return new LinkPageLine(
                delegates == null || votes == null
                        ? t.say("public.delegation.unknown")
                        : t.say("public.delegation.gives", delegates, votes),
                DelegationReason.format(it, t),
                null);
    }
}
