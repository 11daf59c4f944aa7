package org.convergence.cooperation.project;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class ProjectPermissions implements PermissionCatalogue {

    /** See projects, their logic models, frameworks and results. */
    public static final String READ = "project.read";

    /** Open projects, write their logic models and frameworks, enter and submit values. */
    public static final String EDIT = "project.edit";

    /** Approve or return values; lock and unlock periods. */
    public static final String APPROVE = "project.approve";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ),
                new Permission(EDIT, PermissionNature.EDIT),
                new Permission(APPROVE, PermissionNature.DECIDE));
    }
}
