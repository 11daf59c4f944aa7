package org.convergence.safety.incident;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class IncidentPermissions implements PermissionCatalogue {

    /** Note an incident. */
    public static final String NOTE = "incident.note";

    /** See and follow the incidents on which one is named; no others. */
    public static final String FOLLOW = "incident.follow";

    /** See figures, without small numbers. */
    public static final String FIGURES = "incident.figures";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(NOTE, PermissionNature.RECORD),
                new Permission(FOLLOW, PermissionNature.OWN),
                new Permission(FIGURES, PermissionNature.READ));
    }
}
