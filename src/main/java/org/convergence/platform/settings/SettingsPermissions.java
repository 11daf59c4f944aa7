package org.convergence.platform.settings;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class SettingsPermissions implements PermissionCatalogue {

    /** Change the organisation's settings. */
    public static final String EDIT = "settings.edit";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(EDIT, PermissionNature.ADMINISTER));
    }
}
