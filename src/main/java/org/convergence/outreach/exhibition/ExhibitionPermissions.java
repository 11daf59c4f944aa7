package org.convergence.outreach.exhibition;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class ExhibitionPermissions implements PermissionCatalogue {

    /** See exhibitions, their circuit and condition reports. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "exhibition.read";

    /** Change exhibitions and bookings, and make condition reports. */
    @OfNature(PermissionNature.EDIT)
    public static final String EDIT = "exhibition.edit";
}
