package org.convergence.resources.ledger;

import org.convergence.platform.access.OfNature;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class LedgerPermissions implements PermissionCatalogue {

    /** See debts and payments. Dues reveal the headcount of an organisation. */
    @OfNature(PermissionNature.READ_PEOPLE)
    public static final String READ = "ledger.read";

    /** Enter payments and what they settle. */
    @OfNature({PermissionNature.EDIT, PermissionNature.MONEY})
    public static final String RECORD = "ledger.record";

    /** Issue, credit, write off and delay invoices: what binds the organisation. */
    @OfNature(PermissionNature.DECIDE)
    public static final String ISSUE = "ledger.issue";

    /** Accept or return entries, close batches, edit accounts. */
    @OfNature(PermissionNature.MONEY)
    public static final String REVIEW = "ledger.review";
}
