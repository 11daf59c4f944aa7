package org.convergence.outreach.relay;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class RelayPermissions implements PermissionCatalogue {

    /** See kits and relays. */
    public static final String READ = "relay.read";

    /** Make kits, send them, and record evidence. */
    public static final String EDIT = "relay.edit";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(READ, PermissionNature.READ), new Permission(EDIT, PermissionNature.EDIT));
    }
}
