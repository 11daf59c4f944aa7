package org.convergence.resources.grant;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class GrantPermissions implements PermissionCatalogue {

    /** See calls, applications, agreements and what is left of them. */
    @OfNature(PermissionNature.READ_MONEY)
    public static final String READ = "grant.read";

    /** See what agreements promise and when, without their sums. */
    @OfNature(PermissionNature.READ)
    public static final String READ_DELIVERABLES = "grant.readDeliverables";

    /** Record calls, write applications, record their outcome, and keep agreements. */
    @OfNature(PermissionNature.EDIT)
    public static final String EDIT = "grant.edit";

    /** Note that an instalment is received, and in which account the books hold a line. */
    @OfNature({PermissionNature.EDIT, PermissionNature.MONEY})
    public static final String ACCOUNT = "grant.account";

    /** Decide whether to apply, and approve an application. */
    @OfNature(PermissionNature.DECIDE)
    public static final String DECIDE = "grant.decide";
}
