package org.convergence.outreach.assembly;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class AssemblyPermissions implements PermissionCatalogue {

    /** See bodies, meetings, minutes, resolutions and follow-ups. */
    public static final String READ = "assembly.read";

    /** Prepare meetings, write minutes, and edit follow-ups. */
    public static final String PREPARE = "assembly.prepare";

    /** Send notices, which needs the addresses of members. */
    public static final String CONVENE = "assembly.convene";

    /** Edit bodies, their rules, seats and mandates; sign minutes. */
    public static final String KEEP = "assembly.keep";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ),
                new Permission(PREPARE, PermissionNature.EDIT),
                new Permission(CONVENE, PermissionNature.EDIT),
                new Permission(KEEP, PermissionNature.DECIDE));
    }
}
