package org.convergence.directory.protection;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. Opening an identity also requires being on the person's list of openers. */
@Component
public final class ProtectionPermissions implements PermissionCatalogue {

    /** See protected people under code names, and open those whose list one is on. */
    @OfNature(PermissionNature.READ_PEOPLE)
    public static final String READ = "protection.read";

    /** Protect a person, and record their consents. */
    @OfNature(PermissionNature.EDIT)
    public static final String PROTECT = "protection.protect";

    /** Name the second person who is notified of actions done alone, and review such actions. */
    @OfNature(PermissionNature.DECIDE)
    public static final String SETTLE = "protection.settle";

    /** See who has access to one's own data. */
    @OfNature(PermissionNature.OWN)
    public static final String OWN = "protection.own";
}
