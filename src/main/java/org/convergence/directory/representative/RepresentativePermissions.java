package org.convergence.directory.representative;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class RepresentativePermissions implements PermissionCatalogue {

    /** Create, send and revoke an organisation's links; accept or refuse proposals. */
    public static final String KEEP = "representative.keep";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(KEEP, PermissionNature.EDIT));
    }
}
