package org.convergence.safety.risk;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class RiskPermissions implements PermissionCatalogue {

    /** See the register. */
    public static final String READ = "risk.read";

    /** Add and change risks. */
    public static final String EDIT = "risk.edit";

    /** Record that the board reviewed the register. */
    public static final String REVIEW = "risk.review";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ),
                new Permission(EDIT, PermissionNature.EDIT),
                new Permission(REVIEW, PermissionNature.DECIDE));
    }
}
