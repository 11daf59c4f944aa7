package org.convergence.resources.delegation;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class DelegationPermissions implements PermissionCatalogue {

    /**
     * See the delegates and votes of each member; the headcount behind them needs {@code membership.read-headcounts}.
     */
    @OfNature(PermissionNature.READ)
    public static final String READ = "delegation.read";

    /** Edit the tables of the by-laws, and the decisions that suspend a member's votes. */
    @OfNature(PermissionNature.DECIDE)
    public static final String KEEP = "delegation.keep";
}
