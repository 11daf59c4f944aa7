package org.convergence.resources.prospect;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class ProspectPermissions implements PermissionCatalogue {

    /** See prospects, their followers and the exchanges with them. */
    @OfNature(PermissionNature.READ_PEOPLE)
    public static final String READ = "prospect.read";

    /** See the prospects that one follows oneself, as the list that is mailed tells them. */
    @OfNature(PermissionNature.READ)
    public static final String OWN = "prospect.own";

    /** See how many prospects there are, without their names. */
    @OfNature(PermissionNature.READ_MONEY)
    public static final String TOTALS = "prospect.totals";

    /** Add prospects, record next steps, exchanges and outcomes; mail followers their lists. */
    @OfNature(PermissionNature.EDIT)
    public static final String FOLLOW = "prospect.follow";
}
