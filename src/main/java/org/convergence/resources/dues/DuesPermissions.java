package org.convergence.resources.dues;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class DuesPermissions implements PermissionCatalogue {

    /** See the adopted rates. */
    public static final String READ_RATES = "dues.read-rates";

    /** Enter the rates adopted by a body. */
    public static final String KEEP_RATES = "dues.keep-rates";

    /** See what each member owes, which shows its headcount. */
    public static final String READ = "dues.read";

    /** Prepare calls, issue their invoices, send reminders. */
    public static final String CALL = "dues.call";

    /** Set the billing contact and the payer of an organisation's dues. */
    public static final String ARRANGE = "dues.arrange";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ_RATES, PermissionNature.READ),
                new Permission(KEEP_RATES, PermissionNature.DECIDE),
                new Permission(READ, PermissionNature.READ_PEOPLE),
                new Permission(CALL, PermissionNature.DECIDE),
                new Permission(ARRANGE, PermissionNature.EDIT),
                new Permission(ARRANGE, PermissionNature.MONEY));
    }
}
