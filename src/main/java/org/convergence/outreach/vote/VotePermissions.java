package org.convergence.outreach.vote;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class VotePermissions implements PermissionCatalogue {

    /** See the door and the votes. */
    public static final String READ = "vote.read";

    /** Check delegates in and out at the door; volunteers do it too. */
    public static final String CHECK_IN = "vote.check-in";

    /** Open the door, put to the vote, count. */
    public static final String COUNT = "vote.count";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ),
                new Permission(CHECK_IN, PermissionNature.RECORD),
                new Permission(CHECK_IN, PermissionNature.EDIT),
                new Permission(COUNT, PermissionNature.EDIT));
    }
}
