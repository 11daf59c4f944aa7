package org.convergence.resources.spending;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class SpendingPermissions implements PermissionCatalogue {

    /** See budgets, what is left of them, and the figures of their financial reports. */
    @OfNature(PermissionNature.READ_MONEY)
    public static final String BUDGET = "spending.budget";

    /** See expenses with their suppliers and vouchers. */
    @OfNature(PermissionNature.READ_PEOPLE)
    public static final String READ = "spending.read";

    /** Record expenses and answer questions about them; keep budgets. */
    @OfNature({PermissionNature.EDIT, PermissionNature.MONEY})
    public static final String RECORD = "spending.record";

    /** Accept expenses, return them with a question, close them. */
    @OfNature(PermissionNature.MONEY)
    public static final String REVIEW = "spending.review";

    /** Approve a financial report, which binds the organisation. */
    @OfNature(PermissionNature.DECIDE)
    public static final String APPROVE = "spending.approve";
}
