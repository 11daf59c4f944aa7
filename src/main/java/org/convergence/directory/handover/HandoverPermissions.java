package org.convergence.directory.handover;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class HandoverPermissions implements PermissionCatalogue {

    /** See one's own holdings, and the hand-overs in which one leaves or takes over. */
    public static final String OWN = "handover.own";

    /** See anyone's holdings, and hand them over. */
    public static final String PASS = "handover.pass";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(OWN, PermissionNature.OWN), new Permission(PASS, PermissionNature.DECIDE));
    }
}
