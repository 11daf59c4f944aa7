package org.convergence.resources.membership;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.convergence.directory.people.Party;
import org.convergence.platform.access.Permitted;

/**
 * Contributed by the module with invoices and payments ({@code resources.dues}). Computed on each call, as the current
 * actor: actors without its permission get nothing.
 */
public interface StandingSource extends Permitted {

    /** The accounts of these members on a day, in a fixed number of queries; members never invoiced are left out. */
    Map<Party, MemberAccount> accounts(Collection<? extends Party> members, LocalDate on);
}
