package org.convergence.advocacy.coalition;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class CoalitionPermissions implements PermissionCatalogue {

    /** See coalitions, who sits for us, and what was done. */
    public static final String READ = "coalition.read";

    /** Follow coalitions: seats, contributions, positions, acts. */
    public static final String FOLLOW = "coalition.follow";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(READ, PermissionNature.READ), new Permission(FOLLOW, PermissionNature.EDIT));
    }
}
