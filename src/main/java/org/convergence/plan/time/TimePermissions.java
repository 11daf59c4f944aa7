package org.convergence.plan.time;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.Nature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The acts of this module. */
@Component
public final class TimePermissions implements PermissionCatalogue {

    /** See totals: what the team can carry, and the days on which nobody works. Nobody is named. */
    public static final String READ = "time.read";
    /** See one's own contract and hours, and fill in one's own week. */
    public static final String OWN = "time.own";
    /** See and keep everyone's contracts, leave and hours, and the calendar of work. */
    public static final String KEEP = "time.keep";
    /** Approve, return and reopen the weeks of those whose contract names one for it. */
    public static final String CHECK = "time.check";
    /** Approve, return and reopen the weeks of everyone else, where the contract names nobody for it. */
    public static final String APPROVE = "time.approve";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, Nature.READ),
                new Permission(OWN, Nature.RECORD),
                new Permission(OWN, Nature.MONEY),
                new Permission(KEEP, Nature.DECIDE),
                new Permission(CHECK, Nature.READ),
                new Permission(APPROVE, Nature.DECIDE));
    }
}
