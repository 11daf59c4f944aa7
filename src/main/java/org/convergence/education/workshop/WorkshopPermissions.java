package org.convergence.education.workshop;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class WorkshopPermissions implements PermissionCatalogue {

    /** See workshops, requests with their contacts, sessions and facilitators. */
    @OfNature(PermissionNature.READ_PEOPLE)
    public static final String READ = "workshop.read";

    /** Answer requests, schedule sessions, and keep the catalogue. */
    @OfNature(PermissionNature.EDIT)
    public static final String EDIT = "workshop.edit";
}
