package org.convergence.advocacy.coalition;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class CoalitionPermissions implements PermissionCatalogue {

    /** See coalitions, who sits for us, and what was done. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "coalition.read";

    /** Follow coalitions: seats, contributions, meetings, positions, acts. */
    @OfNature(PermissionNature.EDIT)
    public static final String FOLLOW = "coalition.follow";
}
