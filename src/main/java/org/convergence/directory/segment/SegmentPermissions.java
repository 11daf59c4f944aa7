package org.convergence.directory.segment;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class SegmentPermissions implements PermissionCatalogue {

    /** See segments, their people and the reasons of exclusions. */
    public static final String READ = "segment.read";

    /** Create, change and delete segments. */
    public static final String EDIT = "segment.edit";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(READ, PermissionNature.READ_PEOPLE), new Permission(EDIT, PermissionNature.EDIT));
    }
}
