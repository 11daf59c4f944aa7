package org.convergence.outreach.event;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. Needs of guests are read with {@link #EDIT} or {@link #CHECK_IN} alone (R-EVT-8). */
@Component
public final class EventPermissions implements PermissionCatalogue {

    /** See events and their seats. */
    public static final String READ = "event.read";

    /** See what events took and cost, and what sponsors give. */
    public static final String READ_SUMS = "event.sums";

    /** See who ordered seats. */
    public static final String READ_ORDERS = "event.orders";

    /** Announce events, record orders, name guests. */
    public static final String EDIT = "event.edit";

    /** Check guests in at the door. */
    public static final String CHECK_IN = "event.check-in";

    /** Accept, refuse and end sponsorships. */
    public static final String ACCEPT_SPONSORS = "event.accept-sponsors";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ),
                new Permission(READ_SUMS, PermissionNature.READ_MONEY),
                new Permission(READ_ORDERS, PermissionNature.READ_PEOPLE),
                new Permission(EDIT, PermissionNature.EDIT),
                new Permission(CHECK_IN, PermissionNature.RECORD),
                new Permission(ACCEPT_SPONSORS, PermissionNature.DECIDE));
    }
}
