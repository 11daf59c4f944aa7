package org.convergence.advocacy.treaty;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class TreatyPermissions implements PermissionCatalogue {

    /** See treaties, bills and cases with their facts. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "treaty.read";

    /** Record facts, check them again, attach asks. */
    @OfNature(PermissionNature.EDIT)
    public static final String FOLLOW = "treaty.follow";
}
