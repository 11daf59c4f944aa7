package org.convergence.plan.reading;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class ReadingPermissions implements PermissionCatalogue {

    /** Import a written plan and correct what was read. */
    public static final String IMPORT = "reading.import";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(IMPORT, PermissionNature.EDIT));
    }
}
