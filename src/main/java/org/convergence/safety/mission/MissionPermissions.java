package org.convergence.safety.mission;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. Check-ins and sealed data are for the people named on the mission alone. */
@Component
public final class MissionPermissions implements PermissionCatalogue {

    /** See missions, their travellers and places; neither check-ins nor sealed data. */
    public static final String READ = "mission.read";

    /** Prepare missions, and report on them. */
    public static final String PREPARE = "mission.prepare";

    /** Approve a mission. */
    public static final String APPROVE = "mission.approve";

    /** See and answer check-ins of missions on which one is named: traveller, security lead, president. */
    public static final String WATCH = "mission.watch";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ_PEOPLE),
                new Permission(PREPARE, PermissionNature.EDIT),
                new Permission(APPROVE, PermissionNature.DECIDE),
                new Permission(WATCH, PermissionNature.OWN));
    }
}
