package org.convergence.safety.incident;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class IncidentPermissions implements PermissionCatalogue {

    /** Note an incident. */
    @OfNature(PermissionNature.RECORD)
    public static final String NOTE = "incident.note";

    /** See and follow the incidents on which one is named; no others. */
    @OfNature(PermissionNature.OWN)
    public static final String FOLLOW = "incident.follow";

    /** See figures, without small numbers. */
    @OfNature(PermissionNature.READ)
    public static final String FIGURES = "incident.figures";
}
