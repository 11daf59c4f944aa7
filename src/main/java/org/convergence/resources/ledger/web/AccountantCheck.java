package org.convergence.resources.ledger.web;

import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.resources.ledger.LedgerPermissions;

/** Distinguishes the accountant, the recipient of the queue, from other readers. */
final class AccountantCheck {

    private AccountantCheck() {}

    /** Whether the current user reviews what others enter; a user that issues invoices is not the accountant. */
    static boolean isCurrentUser() {
        Actor actor = CurrentActor.get();
        return actor.may(LedgerPermissions.REVIEW) && !actor.may(LedgerPermissions.ISSUE);
    }
}
