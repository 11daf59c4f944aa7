package org.convergence.resources.fund;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class FundPermissions implements PermissionCatalogue {

    /** See funds with their givers, their movements and what is left of them. */
    public static final String READ = "fund.read";

    /** Keep funds, and record their movements. */
    public static final String EDIT = "fund.edit";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ_PEOPLE),
                new Permission(EDIT, PermissionNature.EDIT),
                new Permission(EDIT, PermissionNature.MONEY));
    }
}
