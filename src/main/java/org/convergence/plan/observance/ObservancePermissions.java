package org.convergence.plan.observance;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class ObservancePermissions implements PermissionCatalogue {

    /** See the days that return each year. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "observance.read";

    /** Enter days, and say what becomes of each this year. */
    @OfNature(PermissionNature.EDIT)
    public static final String FOLLOW = "observance.follow";
}
