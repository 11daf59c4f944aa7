package org.convergence.outreach.event;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. Needs of guests are read with {@link #EDIT} or {@link #CHECK_IN} alone (R-EVT-8). */
@Component
public final class EventPermissions implements PermissionCatalogue {

    /** See events and their seats. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "event.read";

    /** See what events took and cost, and what sponsors give. */
    @OfNature(PermissionNature.READ_MONEY)
    public static final String READ_SUMS = "event.sums";

    /** See who ordered seats. */
    @OfNature(PermissionNature.READ_PEOPLE)
    public static final String READ_ORDERS = "event.orders";

    /** Announce events, record orders, name guests. */
    @OfNature(PermissionNature.EDIT)
    public static final String EDIT = "event.edit";

    /** Check guests in at the door. */
    @OfNature(PermissionNature.RECORD)
    public static final String CHECK_IN = "event.check-in";

    /** Accept, refuse and end sponsorships. */
    @OfNature(PermissionNature.DECIDE)
    public static final String ACCEPT_SPONSORS = "event.accept-sponsors";
}
