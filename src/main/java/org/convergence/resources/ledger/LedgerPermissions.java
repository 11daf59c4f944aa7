package org.convergence.resources.ledger;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class LedgerPermissions implements PermissionCatalogue {

    /** See debts and payments. Dues reveal the headcount of an organisation. */
    public static final String READ = "ledger.read";

    /** Enter payments and what they settle. */
    public static final String RECORD = "ledger.record";

    /** Issue, credit, write off and delay invoices: what binds the organisation. */
    public static final String ISSUE = "ledger.issue";

    /** Accept or return entries, close batches, edit accounts. */
    public static final String REVIEW = "ledger.review";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ_PEOPLE),
                new Permission(RECORD, PermissionNature.EDIT),
                new Permission(RECORD, PermissionNature.MONEY),
                new Permission(ISSUE, PermissionNature.DECIDE),
                new Permission(REVIEW, PermissionNature.MONEY));
    }
}
