package org.convergence.platform.settings;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class SettingsPermissions implements PermissionCatalogue {

    /** Change the organisation's settings. */
    @OfNature(PermissionNature.ADMINISTER)
    public static final String EDIT = "settings.edit";
}
