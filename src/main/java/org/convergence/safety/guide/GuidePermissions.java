package org.convergence.safety.guide;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class GuidePermissions implements PermissionCatalogue {

    /** See the advisories, which are public. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "guide.read";

    /** Enter advisories, by hand or from a file. */
    @OfNature(PermissionNature.EDIT)
    public static final String EDIT = "guide.edit";
}
