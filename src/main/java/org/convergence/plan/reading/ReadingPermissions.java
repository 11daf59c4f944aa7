package org.convergence.plan.reading;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class ReadingPermissions implements PermissionCatalogue {

    /** Import a written plan and correct what was read. */
    @OfNature(PermissionNature.EDIT)
    public static final String IMPORT = "reading.import";
}
