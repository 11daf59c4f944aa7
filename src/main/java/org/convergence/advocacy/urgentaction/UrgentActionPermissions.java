package org.convergence.advocacy.urgentaction;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class UrgentActionPermissions implements PermissionCatalogue {

    /** See urgent actions, with the alert and the yes of the person. */
    @OfNature(PermissionNature.READ_PEOPLE)
    public static final String READ = "urgentaction.read";

    /** Write urgent actions, check their risk, send and close them. */
    @OfNature(PermissionNature.EDIT)
    public static final String EDIT = "urgentaction.edit";
}
