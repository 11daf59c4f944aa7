package org.convergence.platform.jobs;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.Nature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The acts of this module. */
@Component
public final class JobPermissions implements PermissionCatalogue {

    /** See, stop and resume the work that one asked for. */
    public static final String OWN = "jobs.own";

    /** See, stop and resume everybody's, and what the system does by itself. */
    public static final String WATCH = "jobs.watch";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(OWN, Nature.OWN), new Permission(WATCH, Nature.ADMINISTER));
    }
}
