package org.convergence.resources.ledger.web;

import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.resources.ledger.LedgerPermissions;

/** Tells the accountant, for whom the queue waits, from those who only look at it. */
final class AccountantReader {

    private AccountantReader() {}

    /** Whether the reader reviews what others record; who asks for money herself is not the accountant. */
    static boolean isReading() {
        Actor actor = CurrentActor.get();
        return actor.may(LedgerPermissions.REVIEW) && !actor.may(LedgerPermissions.ISSUE);
    }
}
