package org.convergence.resources.membership;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class MembershipPermissions implements PermissionCatalogue {

    /** See the members, their category and first day. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "membership.read";

    /** See headcounts: never granted to people with a seat for another organisation (R-MEMBER-3). */
    @OfNature(PermissionNature.READ_PEOPLE)
    public static final String READ_HEADCOUNTS = "membership.read-headcounts";

    /** Record headcounts. */
    @OfNature(PermissionNature.EDIT)
    public static final String DECLARE = "membership.declare";

    /** Edit categories, admit members and end memberships. */
    @OfNature(PermissionNature.DECIDE)
    public static final String ADMIT = "membership.admit";
}
