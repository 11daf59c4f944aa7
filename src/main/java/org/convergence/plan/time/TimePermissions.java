package org.convergence.plan.time;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class TimePermissions implements PermissionCatalogue {

    /** See totals: the capacity of the team, and the closing days. No person is named. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "time.read";
    /** See one's own contract and hours, and fill in one's own week. */
    @OfNature({PermissionNature.RECORD, PermissionNature.MONEY})
    public static final String OWN = "time.own";
    /** See and edit all contracts, leave and hours, and the work calendar. */
    @OfNature(PermissionNature.DECIDE)
    public static final String KEEP = "time.keep";
    /** Approve, return and reopen weeks as the approver named in the contract. */
    @OfNature(PermissionNature.READ)
    public static final String CHECK = "time.check";
    /** Approve, return and reopen the weeks of all other people whose contract names no approver. */
    @OfNature(PermissionNature.DECIDE)
    public static final String APPROVE = "time.approve";
}
