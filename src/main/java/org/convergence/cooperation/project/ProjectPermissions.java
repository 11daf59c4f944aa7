package org.convergence.cooperation.project;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class ProjectPermissions implements PermissionCatalogue {

    /** See projects, their logic models, frameworks and results. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "project.read";

    /** Open projects, write their logic models and frameworks, enter and submit values. */
    @OfNature(PermissionNature.EDIT)
    public static final String EDIT = "project.edit";

    /** Approve or return values; lock and unlock periods. */
    @OfNature(PermissionNature.DECIDE)
    public static final String APPROVE = "project.approve";

    /** Open the budget, the framework and the decisions of a project to a partner by link. */
    @OfNature(PermissionNature.EDIT)
    public static final String SHARE = "project.share";
}
