package org.convergence.cooperation.partner;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class PartnerPermissions implements PermissionCatalogue {

    /** See partners, what is due, and their requests. */
    @OfNature(PermissionNature.READ_PEOPLE)
    public static final String READ = "partner.read";

    /** Follow partners; record, weigh and answer requests. */
    @OfNature(PermissionNature.EDIT)
    public static final String FOLLOW = "partner.follow";
}
