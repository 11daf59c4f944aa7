package org.convergence.safety.risk;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class RiskPermissions implements PermissionCatalogue {

    /** See the register. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "risk.read";

    /** Add and change risks. */
    @OfNature(PermissionNature.EDIT)
    public static final String EDIT = "risk.edit";

    /** Record that the board reviewed the register. */
    @OfNature(PermissionNature.DECIDE)
    public static final String REVIEW = "risk.review";
}
