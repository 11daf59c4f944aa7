package org.convergence.resources.appeal;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class AppealPermissions implements PermissionCatalogue {

    /** See appeals and what they raised, without donors. */
    @OfNature(PermissionNature.READ_MONEY)
    public static final String READ = "appeal.read";

    /** Launch and correct appeals, and send them to segments. */
    @OfNature(PermissionNature.DECIDE)
    public static final String EDIT = "appeal.edit";
}
