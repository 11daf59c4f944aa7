package org.convergence.plan.volunteering;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class VolunteeringPermissions implements PermissionCatalogue {

    /** See the offered tasks, and how many people took them. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "volunteering.read";

    /** See the people who took them. */
    @OfNature(PermissionNature.READ_PEOPLE)
    public static final String READ_SIGN_UPS = "volunteering.read-sign-ups";

    /** Offer tasks, and record what was done. */
    @OfNature(PermissionNature.EDIT)
    public static final String OFFER = "volunteering.offer";
}
