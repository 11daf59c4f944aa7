package org.convergence.education.internship;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class InternshipPermissions implements PermissionCatalogue {

    /** See calls, and the figures of cohorts. */
    public static final String READ = "internship.read";

    /** See the names of candidates and interns. */
    public static final String READ_NAMES = "internship.readNames";

    /** Publish calls, record the choice of the committee, follow the cohort. */
    public static final String EDIT = "internship.edit";

    /** Score files, as a reader named on the call. */
    public static final String SCORE = "internship.score";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ),
                new Permission(READ_NAMES, PermissionNature.READ_PEOPLE),
                new Permission(EDIT, PermissionNature.EDIT),
                new Permission(SCORE, PermissionNature.OWN));
    }
}
