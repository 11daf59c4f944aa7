package org.convergence.plan.preparation;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class PreparationPermissions implements PermissionCatalogue {

    /** Read the proposals and decisions for the next plan. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "preparation.read";

    /** Decide on each line, and create the draft of the next plan. */
    @OfNature(PermissionNature.EDIT)
    public static final String PREPARE = "preparation.prepare";
}
