package org.convergence.home;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.Nature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The acts of this module. */
@Component
public final class HomePermissions implements PermissionCatalogue {

    /** Open one's first page, put its lines off, have it by mail and one's deadlines in a calendar. */
    public static final String OPEN = "home.open";

    /** Carry the week: remind others of what waits on them; have it by mail on Monday unless she says otherwise. */
    public static final String CARRY = "home.carry";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(OPEN, Nature.OWN), new Permission(CARRY, Nature.EDIT));
    }
}
