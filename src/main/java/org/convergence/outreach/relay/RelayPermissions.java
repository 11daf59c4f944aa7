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

    /** See how much was relayed, without a list. */
    @OfNature(PermissionNature.READ_MONEY)
    public static final String TOTALS = "relay.totals";

    /** Make kits, send them, and record evidence. */
    @OfNature(PermissionNature.EDIT)
    public static final String EDIT = "relay.edit";
}
