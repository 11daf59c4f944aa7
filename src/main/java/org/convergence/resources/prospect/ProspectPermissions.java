package org.convergence.resources.prospect;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class ProspectPermissions implements PermissionCatalogue {

    /** See prospects, their followers and the exchanges with them. */
    @OfNature(PermissionNature.READ_PEOPLE)
    public static final String READ = "prospect.read";

    /** Add prospects, record next steps, exchanges and outcomes; mail followers their lists. */
    @OfNature(PermissionNature.EDIT)
    public static final String FOLLOW = "prospect.follow";
}
