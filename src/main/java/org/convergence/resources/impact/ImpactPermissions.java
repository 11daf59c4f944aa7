package org.convergence.resources.impact;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. A person with a seat for one member never sees the leaflets of another. */
@Component
public final class ImpactPermissions implements PermissionCatalogue {

    /** See and download the leaflets made for members. */
    @OfNature({PermissionNature.EDIT, PermissionNature.MONEY})
    public static final String READ = "impact.read";

    /** Preview and make leaflets, for one member or for all. */
    @OfNature(PermissionNature.EDIT)
    public static final String MAKE = "impact.make";
}
