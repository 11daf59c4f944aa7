package org.convergence.plan.volunteering;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class VolunteeringPermissions implements PermissionCatalogue {

    /** See the offered tasks, and how many people took them. */
    public static final String READ = "volunteering.read";

    /** See the people who took them. */
    public static final String READ_SIGN_UPS = "volunteering.read-sign-ups";

    /** Offer tasks, and record what was done. */
    public static final String OFFER = "volunteering.offer";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ),
                new Permission(READ_SIGN_UPS, PermissionNature.READ_PEOPLE),
                new Permission(OFFER, PermissionNature.EDIT));
    }
}
