package org.convergence.resources.dues;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class DuesPermissions implements PermissionCatalogue {

    /** See the adopted rates. */
    @OfNature(PermissionNature.READ)
    public static final String READ_RATES = "dues.read-rates";

    /** Enter the rates adopted by a body. */
    @OfNature(PermissionNature.DECIDE)
    public static final String KEEP_RATES = "dues.keep-rates";

    /** See what each member owes, which shows its headcount. */
    @OfNature(PermissionNature.READ_PEOPLE)
    public static final String READ = "dues.read";

    /** Prepare calls, issue their invoices, send reminders. */
    @OfNature(PermissionNature.DECIDE)
    public static final String CALL = "dues.call";

    /** Set the billing contact and the payer of an organisation's dues. */
    @OfNature({PermissionNature.EDIT, PermissionNature.MONEY})
    public static final String ARRANGE = "dues.arrange";
}
