package org.convergence.outreach.vote;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class VotePermissions implements PermissionCatalogue {

    /** See the door and the votes. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "vote.read";

    /** Check delegates in and out at the door; volunteers do it too. */
    @OfNature({PermissionNature.RECORD, PermissionNature.EDIT})
    public static final String CHECK_IN = "vote.check-in";

    /** Open the door, put to the vote, count. */
    @OfNature(PermissionNature.EDIT)
    public static final String COUNT = "vote.count";
}
