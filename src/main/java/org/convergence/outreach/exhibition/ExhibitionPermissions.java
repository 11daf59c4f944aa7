package org.convergence.outreach.exhibition;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class ExhibitionPermissions implements PermissionCatalogue {

    /** See exhibitions, their circuit and condition reports. */
    public static final String READ = "exhibition.read";

    /** Change exhibitions and bookings, and make condition reports. */
    public static final String EDIT = "exhibition.edit";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(READ, PermissionNature.READ), new Permission(EDIT, PermissionNature.EDIT));
    }
}
