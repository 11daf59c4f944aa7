package org.convergence.directory.theme;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class ThemePermissions implements PermissionCatalogue {

    /** See the dossiers. */
    public static final String READ = "theme.read";

    /** Open a dossier, write what we know. */
    public static final String EDIT = "theme.edit";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(READ, PermissionNature.READ), new Permission(EDIT, PermissionNature.EDIT));
    }
}
