package org.convergence.cooperation.narrative.domain;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.cooperation.narrative.NarrativePermissions;
import org.convergence.identity.AccountActors;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.ReadCache;
import org.springframework.stereotype.Component;

/** The accounts that may approve reports; a page reads them once, for all its reports. */
@Component
record NarrativeApprovers(AccountActors accounts) {

    private record ApproverIds(Set<UUID> ids) {}

    Set<UUID> findAll() {
        return ReadCache.get(
                        ApproverIds.class,
                        () -> new ApproverIds(accounts.findAll().stream()
                                .filter(each -> each.may(NarrativePermissions.APPROVE))
                                .map(Actor::id)
                                .collect(Collectors.toSet())))
                .ids();
    }
}
