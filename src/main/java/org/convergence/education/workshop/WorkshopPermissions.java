package org.convergence.education.workshop;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class WorkshopPermissions implements PermissionCatalogue {

    /** See workshops, requests with their contacts, sessions and facilitators. */
    public static final String READ = "workshop.read";

    /** Answer requests, schedule sessions, and keep the catalogue. */
    public static final String EDIT = "workshop.edit";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(READ, PermissionNature.READ_PEOPLE), new Permission(EDIT, PermissionNature.EDIT));
    }
}
