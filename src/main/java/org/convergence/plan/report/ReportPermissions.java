package org.convergence.plan.report;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class ReportPermissions implements PermissionCatalogue {

    /** Read reports, drafted and filed, with the evidence behind them. */
    @OfNature(PermissionNature.READ)
    public static final String READ = "report.read";

    /** Begin reports, write their texts, explain their figures, leave out realisations. */
    @OfNature(PermissionNature.EDIT)
    public static final String WRITE = "report.write";

    /** Mark a report as filed, or replace one by a new edition. */
    @OfNature(PermissionNature.DECIDE)
    public static final String FILE = "report.file";
}
