package org.convergence.plan.time;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class TimePermissions implements PermissionCatalogue {

    /** See totals: the capacity of the team, and the closing days. No person is named. */
    public static final String READ = "time.read";
    /** See one's own contract and hours, and fill in one's own week. */
    public static final String OWN = "time.own";
    /** See and edit all contracts, leave and hours, and the work calendar. */
    public static final String KEEP = "time.keep";
    /** Approve, return and reopen weeks as the approver named in the contract. */
    public static final String CHECK = "time.check";
    /** Approve, return and reopen the weeks of all other people whose contract names no approver. */
    public static final String APPROVE = "time.approve";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ),
                new Permission(OWN, PermissionNature.RECORD),
                new Permission(OWN, PermissionNature.MONEY),
                new Permission(KEEP, PermissionNature.DECIDE),
                new Permission(CHECK, PermissionNature.READ),
                new Permission(APPROVE, PermissionNature.DECIDE));
    }
}
