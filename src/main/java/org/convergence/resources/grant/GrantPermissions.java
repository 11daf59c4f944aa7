package org.convergence.resources.grant;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class GrantPermissions implements PermissionCatalogue {

    /** See calls, applications, agreements and what is left of them. */
    public static final String READ = "grant.read";

    /** See what agreements promise and when, without their sums. */
    public static final String READ_DELIVERABLES = "grant.readDeliverables";

    /** Record calls, write applications, record their outcome, and keep agreements. */
    public static final String EDIT = "grant.edit";

    /** Decide whether to apply, and approve an application. */
    public static final String DECIDE = "grant.decide";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ_MONEY),
                new Permission(READ_DELIVERABLES, PermissionNature.READ),
                new Permission(EDIT, PermissionNature.EDIT),
                new Permission(DECIDE, PermissionNature.DECIDE));
    }
}
