package org.convergence.advocacy.position;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class PositionPermissions implements PermissionCatalogue {

    /** See positions. */
    public static final String READ = "position.read";

    /** Write, read over and publish positions. */
    public static final String EDIT = "position.edit";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(READ, PermissionNature.READ), new Permission(EDIT, PermissionNature.EDIT));
    }
}
