package org.convergence.home;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.Nature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The acts of this module. */
@Component
public final class HomePermissions implements PermissionCatalogue {

    /** Open one's first page. */
    public static final String OPEN = "home.open";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(OPEN, Nature.OWN));
    }
}
