package org.convergence.plan.preparation;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class PreparationPermissions implements PermissionCatalogue {

    /** Read the proposals and decisions for the next plan. */
    public static final String READ = "preparation.read";

    /** Decide on each line, and create the draft of the next plan. */
    public static final String PREPARE = "preparation.prepare";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(READ, PermissionNature.READ), new Permission(PREPARE, PermissionNature.EDIT));
    }
}
