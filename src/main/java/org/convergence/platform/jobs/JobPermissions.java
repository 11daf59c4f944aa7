package org.convergence.platform.jobs;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class JobPermissions implements PermissionCatalogue {

    /** See, stop and resume one's own runs. */
    @OfNature(PermissionNature.OWN)
    public static final String OWN = "jobs.own";

    /** See, stop and resume all runs, including the system's. */
    @OfNature(PermissionNature.ADMINISTER)
    public static final String WATCH = "jobs.watch";
}
