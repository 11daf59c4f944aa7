package org.convergence.directory.protection;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. Opening an identity also requires being on the person's list of openers. */
@Component
public final class ProtectionPermissions implements PermissionCatalogue {

    /** See protected people under code names, and open those whose list one is on. */
    public static final String READ = "protection.read";

    /** Protect a person, and record their consents. */
    public static final String PROTECT = "protection.protect";

    /** Name the second person who is notified of actions done alone, and review such actions. */
    public static final String SETTLE = "protection.settle";

    /** See who has access to one's own data. */
    public static final String OWN = "protection.own";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ_PEOPLE),
                new Permission(PROTECT, PermissionNature.EDIT),
                new Permission(SETTLE, PermissionNature.DECIDE),
                new Permission(OWN, PermissionNature.OWN));
    }
}
