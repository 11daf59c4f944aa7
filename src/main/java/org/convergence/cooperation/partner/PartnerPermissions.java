package org.convergence.cooperation.partner;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class PartnerPermissions implements PermissionCatalogue {

    /** See partners, what is due, and their requests. */
    public static final String READ = "partner.read";

    /** Follow partners; record, weigh and answer requests. */
    public static final String FOLLOW = "partner.follow";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ_PEOPLE), new Permission(FOLLOW, PermissionNature.EDIT));
    }
}
