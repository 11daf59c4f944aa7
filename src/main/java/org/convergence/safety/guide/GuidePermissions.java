package org.convergence.safety.guide;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class GuidePermissions implements PermissionCatalogue {

    /** See the advisories, which are public. */
    public static final String READ = "guide.read";

    /** Enter advisories, by hand or from a file. */
    public static final String EDIT = "guide.edit";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(READ, PermissionNature.READ), new Permission(EDIT, PermissionNature.EDIT));
    }
}
