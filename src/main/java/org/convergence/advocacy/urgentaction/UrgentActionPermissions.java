package org.convergence.advocacy.urgentaction;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class UrgentActionPermissions implements PermissionCatalogue {

    /** See urgent actions, with the alert and the yes of the person. */
    public static final String READ = "urgentaction.read";

    /** Write urgent actions, check their risk, send and close them. */
    public static final String EDIT = "urgentaction.edit";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(READ, PermissionNature.READ_PEOPLE), new Permission(EDIT, PermissionNature.EDIT));
    }
}
