package org.convergence.directory.protection;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.Nature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The acts of this module. Who may open an identity stands on its list as well. */
@Component
public final class ProtectionPermissions implements PermissionCatalogue {

    /** See who is protected, under code names, and open those whose list one is on. */
    public static final String READ = "protection.read";

    /** Protect someone, and record what she consents to. */
    public static final String PROTECT = "protection.protect";

    /** Say who is told where two are needed and one acts; review what one did alone. */
    public static final String SETTLE = "protection.settle";

    /** See who may see oneself. */
    public static final String OWN = "protection.own";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, Nature.READ_PEOPLE),
                new Permission(PROTECT, Nature.EDIT),
                new Permission(SETTLE, Nature.DECIDE),
                new Permission(OWN, Nature.OWN));
    }
}
