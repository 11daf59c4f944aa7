package org.convergence.plan.realisation;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class RealisationPermissions implements PermissionCatalogue {

    /** See realisations. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "realisation.read";

    /** Record a realisation, and correct one's own. */
    @OfNature(PermissionNature.RECORD)
    public static final String RECORD = "realisation.record";

    /** Correct and withdraw realisations of other people. */
    @OfNature(PermissionNature.EDIT)
    public static final String EDIT = "realisation.edit";

    /** Import past realisations from a file. */
    @OfNature(PermissionNature.EDIT)
    public static final String IMPORT = "realisation.import";

    /** Open attendance sheets, which hold names. */
    @OfNature(PermissionNature.READ_PEOPLE)
    public static final String READ_ATTENDANCE = "realisation.readAttendance";

    /** See which parts of the network took part in something, and which are silent. */
    @OfNature(PermissionNature.EDIT)
    public static final String COVERAGE = "realisation.coverage";
}
