package org.convergence.resources.subsidy;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class SubsidyPermissions implements PermissionCatalogue {

    /** See programmes and weeks without a subsidised person; of the files, one's own and those whose weeks one approves. */
    @OfNature({PermissionNature.READ, PermissionNature.MONEY})
    public static final String READ = "subsidy.read";

    /** See and change all files, claims, programmes and the minimum wage. */
    @OfNature(PermissionNature.MONEY)
    public static final String MANAGE = "subsidy.manage";
}
