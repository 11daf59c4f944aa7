package org.convergence.resources.subsidy;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class SubsidyPermissions implements PermissionCatalogue {

    /** See programmes and weeks without a subsidised person; of the files, one's own and those whose weeks one approves. */
    public static final String READ = "subsidy.read";

    /** See and change all files, claims, programmes and the minimum wage. */
    public static final String MANAGE = "subsidy.manage";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ),
                new Permission(READ, PermissionNature.MONEY),
                new Permission(MANAGE, PermissionNature.MONEY));
    }
}
