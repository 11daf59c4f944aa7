package org.convergence.plan.howto;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class HowToPermissions implements PermissionCatalogue {

    /** Read how-tos. */
    public static final String READ = "howto.read";

    /** Answer whether a how-to is still true. */
    public static final String ANSWER = "howto.answer";

    /** Write how-tos, and choose the actions that they serve. */
    public static final String WRITE = "howto.write";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ),
                new Permission(ANSWER, PermissionNature.RECORD),
                new Permission(WRITE, PermissionNature.EDIT));
    }
}
