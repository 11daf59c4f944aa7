package org.convergence.plan.portrait;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class PortraitPermissions implements PermissionCatalogue {

    /** See the portrait of the organisation, take out its file, and add up those of others. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "portrait.read";
}
