package org.convergence.resources.delegation;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class DelegationPermissions implements PermissionCatalogue {

    /**
     * See the delegates and votes of each member; the headcount behind them needs {@code membership.read-headcounts}.
     */
    public static final String READ = "delegation.read";

    /** Edit the tables of the by-laws, and the decisions that suspend a member's votes. */
    public static final String KEEP = "delegation.keep";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(READ, PermissionNature.READ), new Permission(KEEP, PermissionNature.DECIDE));
    }
}
