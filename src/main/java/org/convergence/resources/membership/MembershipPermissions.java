package org.convergence.resources.membership;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.Nature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The acts of this module. */
@Component
public final class MembershipPermissions implements PermissionCatalogue {

    /** See who is a member, of which category and since when. */
    public static final String READ = "membership.read";

    /** See how many people an organisation has: never for those who sit for another organisation (R-MEMBER-3). */
    public static final String READ_HEADCOUNTS = "membership.read-headcounts";

    /** Enter what an organisation declares. */
    public static final String DECLARE = "membership.declare";

    /** Keep the categories, admit members and end memberships. */
    public static final String ADMIT = "membership.admit";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, Nature.READ),
                new Permission(READ_HEADCOUNTS, Nature.READ_PEOPLE),
                new Permission(DECLARE, Nature.EDIT),
                new Permission(ADMIT, Nature.DECIDE));
    }
}
