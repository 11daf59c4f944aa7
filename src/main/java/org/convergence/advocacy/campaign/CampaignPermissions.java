package org.convergence.advocacy.campaign;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class CampaignPermissions implements PermissionCatalogue {

    /** See campaigns, what they did and our part. */
    public static final String READ = "campaign.read";

    /** Follow campaigns and record our part. */
    public static final String FOLLOW = "campaign.follow";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(READ, PermissionNature.READ), new Permission(FOLLOW, PermissionNature.EDIT));
    }
}
