package org.convergence.outreach.relay;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class RelayPermissions implements PermissionCatalogue {

    /** See kits and relays. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "relay.read";

    /** Make kits, send them, and record evidence. */
    @OfNature(PermissionNature.EDIT)
    public static final String EDIT = "relay.edit";
}
