package org.convergence.plan.observance;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class ObservancePermissions implements PermissionCatalogue {

    /** See the days that return each year. */
    public static final String READ = "observance.read";

    /** Enter days, and say what becomes of each this year. */
    public static final String FOLLOW = "observance.follow";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(READ, PermissionNature.READ), new Permission(FOLLOW, PermissionNature.EDIT));
    }
}
