package org.convergence.resources.ledger;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.Nature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The acts of this module. */
@Component
public final class LedgerPermissions implements PermissionCatalogue {

    /** See who owes what, and what arrived. Dues tell how many people an organisation has. */
    public static final String READ = "ledger.read";

    /** Note what arrived and what it settles. */
    public static final String RECORD = "ledger.record";

    /** Ask for money, credit, write off, let wait: what binds the organisation. */
    public static final String ISSUE = "ledger.issue";

    /** Take entries over or return them, close batches, say what the accounts are. */
    public static final String REVIEW = "ledger.review";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, Nature.READ_PEOPLE),
                new Permission(RECORD, Nature.EDIT),
                new Permission(RECORD, Nature.MONEY),
                new Permission(ISSUE, Nature.DECIDE),
                new Permission(REVIEW, Nature.MONEY));
    }
}
