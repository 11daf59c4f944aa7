package org.convergence.outreach.assembly;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class AssemblyPermissions implements PermissionCatalogue {

    /** See bodies, meetings, minutes, resolutions and follow-ups. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "assembly.read";

    /** Prepare meetings, write minutes, and edit follow-ups. */
    @OfNature(PermissionNature.EDIT)
    public static final String PREPARE = "assembly.prepare";

    /** Send notices, which needs the addresses of members. */
    @OfNature(PermissionNature.EDIT)
    public static final String CONVENE = "assembly.convene";

    /** Edit bodies, their rules, seats and mandates; sign minutes. */
    @OfNature(PermissionNature.DECIDE)
    public static final String KEEP = "assembly.keep";
}
