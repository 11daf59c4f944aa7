package org.convergence.safety.assessment;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class AssessmentPermissions implements PermissionCatalogue {

    /** See the self-assessments. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "assessment.read";

    /** Begin, answer and finish them. */
    @OfNature(PermissionNature.EDIT)
    public static final String EDIT = "assessment.edit";
}
