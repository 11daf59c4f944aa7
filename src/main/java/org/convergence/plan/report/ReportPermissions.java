package org.convergence.plan.report;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class ReportPermissions implements PermissionCatalogue {

    /** Read reports, drafted and filed, with the evidence behind them. */
    public static final String READ = "report.read";

    /** Begin reports, write their texts, explain their figures, leave out realisations. */
    public static final String WRITE = "report.write";

    /** Mark a report as filed, or replace one by a new edition. */
    public static final String FILE = "report.file";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ),
                new Permission(WRITE, PermissionNature.EDIT),
                new Permission(FILE, PermissionNature.DECIDE));
    }
}
