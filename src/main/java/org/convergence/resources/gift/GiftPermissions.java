package org.convergence.resources.gift;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. Names and amounts of donors are seen by those who handle money only. */
@Component
public final class GiftPermissions implements PermissionCatalogue {

    /** See gifts with their donors, and thank, record and correct. */
    @OfNature(PermissionNature.MONEY)
    public static final String RECORD = "gift.record";
}
