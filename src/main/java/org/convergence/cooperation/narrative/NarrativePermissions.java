package org.convergence.cooperation.narrative;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class NarrativePermissions implements PermissionCatalogue {

    /** See narrative reports, filed or not. */
    public static final String READ = "narrative.read";

    /** Open and write reports, ask partners, submit a report, file an approved one. */
    public static final String EDIT = "narrative.edit";

    /** Approve what another person submitted. */
    public static final String APPROVE = "narrative.approve";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ),
                new Permission(EDIT, PermissionNature.EDIT),
                new Permission(APPROVE, PermissionNature.DECIDE));
    }
}
