package org.convergence.plan.howto;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class HowToPermissions implements PermissionCatalogue {

    /** Read how-tos. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "howto.read";

    /** Answer whether a how-to is still true. */
    @OfNature(PermissionNature.RECORD)
    public static final String ANSWER = "howto.answer";

    /** Write how-tos, and choose the actions that they serve. */
    @OfNature(PermissionNature.EDIT)
    public static final String WRITE = "howto.write";
}
