package org.convergence.directory.handover;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class HandoverPermissions implements PermissionCatalogue {

    /** See one's own holdings, and the hand-overs in which one leaves or takes over. */
    @OfNature(PermissionNature.OWN)
    public static final String OWN = "handover.own";

    /** See anyone's holdings, and hand them over. */
    @OfNature(PermissionNature.DECIDE)
    public static final String PASS = "handover.pass";
}
