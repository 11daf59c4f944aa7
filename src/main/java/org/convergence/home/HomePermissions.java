package org.convergence.home;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class HomePermissions implements PermissionCatalogue {

    /** Open one's home page, postpone its rows, get it by mail, subscribe to one's deadlines. */
    public static final String OPEN = "home.open";

    /** Coordinate the week: remind other people; receives the Monday mail by default. */
    public static final String CARRY = "home.carry";

    /** See the first steps of a new organisation. */
    public static final String BEGIN = "home.begin";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(OPEN, PermissionNature.OWN),
                new Permission(CARRY, PermissionNature.EDIT),
                new Permission(BEGIN, PermissionNature.DECIDE));
    }
}
