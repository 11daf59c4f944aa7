package org.convergence.resources.impact;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. A person with a seat for one member never sees the leaflets of another. */
@Component
public final class ImpactPermissions implements PermissionCatalogue {

    /** See and download the leaflets made for members. */
    public static final String READ = "impact.read";

    /** Preview and make leaflets, for one member or for all. */
    public static final String MAKE = "impact.make";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.EDIT),
                new Permission(READ, PermissionNature.MONEY),
                new Permission(MAKE, PermissionNature.EDIT));
    }
}
