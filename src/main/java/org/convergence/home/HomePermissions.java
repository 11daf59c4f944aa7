package org.convergence.home;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class HomePermissions implements PermissionCatalogue {

    /** Open one's home page, postpone its rows, get it by mail, subscribe to one's deadlines. */
    @OfNature(PermissionNature.OWN)
    public static final String OPEN = "home.open";

    /** Coordinate the week: remind other people; receives the Monday mail by default. */
    @OfNature(PermissionNature.EDIT)
    public static final String CARRY = "home.carry";

    /** See the first steps of a new organisation. */
    @OfNature(PermissionNature.DECIDE)
    public static final String BEGIN = "home.begin";
}
