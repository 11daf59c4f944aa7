package org.convergence.cooperation.narrative;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class NarrativePermissions implements PermissionCatalogue {

    /** See narrative reports, filed or not. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "narrative.read";

    /** Open and write reports, ask partners, submit a report, file an approved one. */
    @OfNature(PermissionNature.EDIT)
    public static final String EDIT = "narrative.edit";

    /** Approve what another person submitted. */
    @OfNature(PermissionNature.DECIDE)
    public static final String APPROVE = "narrative.approve";
}
