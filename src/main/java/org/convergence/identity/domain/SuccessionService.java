package org.convergence.identity.domain;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.convergence.identity.IdentityPermissions;
import org.convergence.identity.Role;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ensures that no operation leaves the organisation without an administrator or a coordinator (R-ROLE-2). */
@Service
@Requires(IdentityPermissions.ACCOUNTS)
public class SuccessionService {

    private static final List<Role> NEEDED = List.of(Role.ADMINISTRATOR, Role.COORDINATOR);

    private final RoleGrantRepository grants;
    private final OrganisationSettings settings;

    SuccessionService(RoleGrantRepository grants, OrganisationSettings settings) {
        this.grants = grants;
        this.settings = settings;
    }

    /**
     * Runs a change, and refuses it if one of the two necessary roles would become vacant earlier than before.
     *
     * @throws Refused with the role and that day
     */
    @Transactional(propagation = Propagation.MANDATORY)
    @Open("the caller has checked the permission to end a role")
    void runIfNotVacant(Runnable change) {
        grants.findHeldByRoleInOrderById(NEEDED);
        Map<Role, LocalDate> before = firstGaps();
        change.run();
        firstGaps().forEach((role, day) -> {
            if (day.isBefore(before.get(role))) {
                throw new Refused("identity.account.nobody_left", role.name(), day);
            }
        });
    }

    /** The day from which each of the two roles is vacant; roles held without end are left out. */
    @Transactional(readOnly = true)
    public Map<Role, LocalDate> vacancies() {
        Map<Role, LocalDate> lapses = firstGaps();
        lapses.values().removeIf(LocalDate.MAX::equals);
        return lapses;
    }

    private Map<Role, LocalDate> firstGaps() {
        LocalDate today = settings.today();
        Map<Role, LocalDate> gaps = new EnumMap<>(Role.class);
        NEEDED.forEach(role -> gaps.put(role, SuccessionPolicy.firstGap(grants.findOpenByRole(role), today)));
        return gaps;
    }
}
