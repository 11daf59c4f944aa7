package org.convergence.resources.appeal;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class AppealPermissions implements PermissionCatalogue {

    /** See appeals and what they raised, without donors. */
    public static final String READ = "appeal.read";

    /** Launch and correct appeals, and send them to segments. */
    public static final String EDIT = "appeal.edit";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(READ, PermissionNature.READ), new Permission(EDIT, PermissionNature.DECIDE));
    }
}
