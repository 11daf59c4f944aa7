package org.convergence.plan.checklist;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. An item also needs the permission of its record ({@link ChecklistSubject}). */
@Component
public final class ChecklistPermissions implements PermissionCatalogue {

    /** See the items of records that one may see. */
    public static final String READ = "checklist.read";

    /** Add, change and complete items of records that one may change. */
    public static final String EDIT = "checklist.edit";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(READ, PermissionNature.READ), new Permission(EDIT, PermissionNature.EDIT));
    }
}
