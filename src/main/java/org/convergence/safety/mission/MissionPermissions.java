package org.convergence.safety.mission;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. Check-ins and sealed data are for the people named on the mission alone. */
@Component
public final class MissionPermissions implements PermissionCatalogue {

    /** See missions, their travellers and places; neither check-ins nor sealed data. */
    @OfNature(PermissionNature.READ_PEOPLE)
    public static final String READ = "mission.read";

    /** Prepare missions, and report on them. */
    @OfNature(PermissionNature.EDIT)
    public static final String PREPARE = "mission.prepare";

    /** Approve a mission. */
    @OfNature(PermissionNature.DECIDE)
    public static final String APPROVE = "mission.approve";

    /** See and answer check-ins of missions on which one is named: traveller, security lead, president. */
    @OfNature(PermissionNature.OWN)
    public static final String WATCH = "mission.watch";
}
