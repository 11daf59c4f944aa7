package org.convergence.education.internship;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class InternshipPermissions implements PermissionCatalogue {

    /** See calls, and the figures of cohorts. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "internship.read";

    /** See the names of candidates and interns. */
    @OfNature(PermissionNature.READ_PEOPLE)
    public static final String READ_NAMES = "internship.readNames";

    /** Publish calls, record the choice of the committee, follow the cohort. */
    @OfNature(PermissionNature.EDIT)
    public static final String EDIT = "internship.edit";

    /** Score files, as a reader named on the call. */
    @OfNature(PermissionNature.OWN)
    public static final String SCORE = "internship.score";
}
