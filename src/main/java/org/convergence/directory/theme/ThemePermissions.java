package org.convergence.directory.theme;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class ThemePermissions implements PermissionCatalogue {

    /** See the dossiers. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "theme.read";

    /** Open a dossier, write what we know. */
    @OfNature(PermissionNature.EDIT)
    public static final String EDIT = "theme.edit";
}
