package org.convergence.outreach.congress;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class CongressPermissions implements PermissionCatalogue {

    /** See the unions' year, representations and passports. */
    public static final String READ = "congress.read";

    /** Enter gatherings, representations and the steps of passports. */
    public static final String EDIT = "congress.edit";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(READ, PermissionNature.READ), new Permission(EDIT, PermissionNature.EDIT));
    }
}
