package org.convergence.advocacy.campaign;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class CampaignPermissions implements PermissionCatalogue {

    /** See campaigns, what they did and our part. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "campaign.read";

    /** Follow campaigns and record our part. */
    @OfNature(PermissionNature.EDIT)
    public static final String FOLLOW = "campaign.follow";
}
