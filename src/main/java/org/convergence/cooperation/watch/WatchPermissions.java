package org.convergence.cooperation.watch;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class WatchPermissions implements PermissionCatalogue {

    /** See what may leave the team. */
    public static final String READ = "watch.read";

    /** Be the team: keep items, see what stays with the team, answer proposals, write digests. */
    public static final String EDIT = "watch.edit";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(READ, PermissionNature.READ), new Permission(EDIT, PermissionNature.EDIT));
    }
}
