package org.convergence.resources.prospect;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.Nature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The acts of this module. */
@Component
public final class ProspectPermissions implements PermissionCatalogue {

    /** See who might join, who follows it, and what was said. */
    public static final String READ = "prospect.read";

    /** Add prospects, say what is done next, what was done, and what came of it; mail a director her list. */
    public static final String FOLLOW = "prospect.follow";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(READ, Nature.READ_PEOPLE), new Permission(FOLLOW, Nature.EDIT));
    }
}
