package org.convergence.platform.jobs;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class JobPermissions implements PermissionCatalogue {

    /** See, stop and resume one's own runs. */
    public static final String OWN = "jobs.own";

    /** See, stop and resume all runs, including the system's. */
    public static final String WATCH = "jobs.watch";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(OWN, PermissionNature.OWN), new Permission(WATCH, PermissionNature.ADMINISTER));
    }
}
