package org.convergence.resources.relay;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.Nature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The acts of this module. Nobody who sits for one member sees what is told to another. */
@Component
public final class RelayPermissions implements PermissionCatalogue {

    /** See what was made for members, and take it away. */
    public static final String READ = "relay.read";

    /** Look at what would be told to a member, and make it, for one or for all. */
    public static final String MAKE = "relay.make";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, Nature.EDIT),
                new Permission(READ, Nature.MONEY),
                new Permission(MAKE, Nature.EDIT));
    }
}
