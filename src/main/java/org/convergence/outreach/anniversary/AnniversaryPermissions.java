package org.convergence.outreach.anniversary;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class AnniversaryPermissions implements PermissionCatalogue {

    /** See anniversaries with their parts and days. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "anniversary.read";

    /** See what the parts bring in and cost. */
    @OfNature(PermissionNature.READ_MONEY)
    public static final String READ_SUMS = "anniversary.sums";

    /** Prepare anniversaries. */
    @OfNature(PermissionNature.EDIT)
    public static final String EDIT = "anniversary.edit";
}
