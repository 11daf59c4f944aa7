package org.convergence.plan.portrait;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class PortraitPermissions implements PermissionCatalogue {

    /** See the portrait of the organisation, take out its file, and add up those of others. */
    public static final String READ = "portrait.read";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(READ, PermissionNature.READ));
    }
}
