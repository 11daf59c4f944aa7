package org.convergence.advocacy.treaty;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class TreatyPermissions implements PermissionCatalogue {

    /** See treaties, bills and cases with their facts. */
    public static final String READ = "treaty.read";

    /** Record facts, check them again, attach asks. */
    public static final String FOLLOW = "treaty.follow";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(READ, PermissionNature.READ), new Permission(FOLLOW, PermissionNature.EDIT));
    }
}
