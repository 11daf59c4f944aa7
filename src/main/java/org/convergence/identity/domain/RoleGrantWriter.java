package org.convergence.identity.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes role grants, and notifies the coordinators. The caller has checked the permission. */
@Component
class RoleGrantWriter {

    private final RoleGrantRepository grants;
    private final GrantLetterSender grantLetterSender;
    private final OrganisationSettings settings;

    RoleGrantWriter(RoleGrantRepository grants, GrantLetterSender grantLetterSender, OrganisationSettings settings) {
        this.grants = grants;
        this.grantLetterSender = grantLetterSender;
        this.settings = settings;
    }

    void grantFromToday(UUID account, List<Role> roles, @Nullable LocalDate until) {
        roles.forEach(role -> grant(account, role, settings.today(), until));
    }

    void notifyFromToday(UUID account, Role role, @Nullable LocalDate until) {
        grantLetterSender.notifyCoordinators(account, role, settings.today(), until);
    }

    void grantAndNotify(UUID account, Role role, LocalDate from, @Nullable LocalDate until) {
        grant(account, role, from, until);
        grantLetterSender.notifyCoordinators(account, role, from, until);
    }

    private void grant(UUID account, Role role, LocalDate from, @Nullable LocalDate until) {
        if (until != null && until.isBefore(from)) {
            throw new Refused("identity.grant.period_wrong");
        }
        grants.save(RoleGrant.create(Ids.next(), account, role, from, until));
    }

    /** Ends a role after its last day; a role that begins later is deleted. */
    void end(UUID grantId, LocalDate lastDay) {
        RoleGrant grant = grants.findById(grantId).orElseThrow(NotFound::new);
        if (grant.fromDate().isAfter(lastDay)) {
            grants.delete(grant);
        } else {
            grants.save(grant.endingOn(lastDay));
        }
    }
}
