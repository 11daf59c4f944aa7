package org.convergence.plan.realisation;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class RealisationPermissions implements PermissionCatalogue {

    /** See realisations. */
    public static final String READ = "realisation.read";

    /** Record a realisation, and correct one's own. */
    public static final String RECORD = "realisation.record";

    /** Correct and withdraw realisations of other people. */
    public static final String EDIT = "realisation.edit";

    /** Import past realisations from a file. */
    public static final String IMPORT = "realisation.import";

    /** Open attendance sheets, which hold names. */
    public static final String READ_ATTENDANCE = "realisation.readAttendance";

    /** See which parts of the network took part in something, and which are silent. */
    public static final String COVERAGE = "realisation.coverage";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ),
                new Permission(RECORD, PermissionNature.RECORD),
                new Permission(EDIT, PermissionNature.EDIT),
                new Permission(IMPORT, PermissionNature.EDIT),
                new Permission(COVERAGE, PermissionNature.EDIT),
                new Permission(READ_ATTENDANCE, PermissionNature.READ_PEOPLE));
    }
}
