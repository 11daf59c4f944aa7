package org.convergence.plan.calendar;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class CalendarPermissions implements PermissionCatalogue {

    /** Connect one's own calendars and answer about their entries. Nobody sees those of others. */
    @OfNature(PermissionNature.RECORD)
    public static final String OWN = "calendar.own";
}
