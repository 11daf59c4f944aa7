package org.convergence.resources.fund;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class FundPermissions implements PermissionCatalogue {

    /** See funds with their givers, their movements and what is left of them. */
    @OfNature(PermissionNature.READ_PEOPLE)
    public static final String READ = "fund.read";

    /** Keep funds, and record their movements. */
    @OfNature({PermissionNature.EDIT, PermissionNature.MONEY})
    public static final String EDIT = "fund.edit";
}
