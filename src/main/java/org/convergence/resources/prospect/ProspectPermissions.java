package org.convergence.resources.prospect;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class ProspectPermissions implements PermissionCatalogue {

    /** See prospects, their followers and the exchanges with them. */
    public static final String READ = "prospect.read";

    /** Add prospects, record next steps, exchanges and outcomes; mail followers their lists. */
    public static final String FOLLOW = "prospect.follow";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ_PEOPLE), new Permission(FOLLOW, PermissionNature.EDIT));
    }
}
