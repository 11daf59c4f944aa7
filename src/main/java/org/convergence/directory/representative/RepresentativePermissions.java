package org.convergence.directory.representative;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class RepresentativePermissions implements PermissionCatalogue {

    /** Create, send and revoke an organisation's links; accept or refuse proposals. */
    @OfNature(PermissionNature.EDIT)
    public static final String KEEP = "representative.keep";
}
