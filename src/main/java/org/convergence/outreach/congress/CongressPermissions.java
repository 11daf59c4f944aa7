package org.convergence.outreach.congress;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class CongressPermissions implements PermissionCatalogue {

    /** See the unions' year, representations and passports. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "congress.read";

    /** Enter gatherings, representations and the steps of passports. */
    @OfNature(PermissionNature.EDIT)
    public static final String EDIT = "congress.edit";
}
