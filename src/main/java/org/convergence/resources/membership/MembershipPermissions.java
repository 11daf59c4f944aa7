package org.convergence.resources.membership;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class MembershipPermissions implements PermissionCatalogue {

    /** See the members, their category and first day. */
    public static final String READ = "membership.read";

    /** See headcounts: never granted to people with a seat for another organisation (R-MEMBER-3). */
    public static final String READ_HEADCOUNTS = "membership.read-headcounts";

    /** Record headcounts. */
    public static final String DECLARE = "membership.declare";

    /** Edit categories, admit members and end memberships. */
    public static final String ADMIT = "membership.admit";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ),
                new Permission(READ_HEADCOUNTS, PermissionNature.READ_PEOPLE),
                new Permission(DECLARE, PermissionNature.EDIT),
                new Permission(ADMIT, PermissionNature.DECIDE));
    }
}
