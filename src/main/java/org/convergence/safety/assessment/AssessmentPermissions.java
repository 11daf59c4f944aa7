package org.convergence.safety.assessment;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class AssessmentPermissions implements PermissionCatalogue {

    /** See the self-assessments. */
    public static final String READ = "assessment.read";

    /** Begin, answer and finish them. */
    public static final String EDIT = "assessment.edit";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(READ, PermissionNature.READ), new Permission(EDIT, PermissionNature.EDIT));
    }
}
