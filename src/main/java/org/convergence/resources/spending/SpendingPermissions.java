package org.convergence.resources.spending;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class SpendingPermissions implements PermissionCatalogue {

    /** See budgets and what is left of them. */
    public static final String BUDGET = "spending.budget";

    /** See expenses with their suppliers and vouchers. */
    public static final String READ = "spending.read";

    /** Record expenses and answer questions about them; keep budgets. */
    public static final String RECORD = "spending.record";

    /** Accept expenses, return them with a question, close them. */
    public static final String REVIEW = "spending.review";

    /** Approve a financial report, which binds the organisation. */
    public static final String APPROVE = "spending.approve";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(BUDGET, PermissionNature.READ_MONEY),
                new Permission(READ, PermissionNature.READ_PEOPLE),
                new Permission(RECORD, PermissionNature.EDIT),
                new Permission(RECORD, PermissionNature.MONEY),
                new Permission(REVIEW, PermissionNature.MONEY),
                new Permission(APPROVE, PermissionNature.DECIDE));
    }
}
