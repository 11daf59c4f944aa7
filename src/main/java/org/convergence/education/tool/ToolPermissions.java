package org.convergence.education.tool;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class ToolPermissions implements PermissionCatalogue {

    /** See tools, their copies and loans. */
    public static final String READ = "tool.read";

    /** Record hand-outs. */
    public static final String RECORD = "tool.record";

    /** Change tools, editions, copies and loans. */
    public static final String EDIT = "tool.edit";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ),
                new Permission(RECORD, PermissionNature.RECORD),
                new Permission(EDIT, PermissionNature.EDIT));
    }
}
