package org.convergence.resources.membership;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.convergence.directory.people.Party;

/**
 * Contributed by the room that knows what members owe and what they paid ({@code resources.dues}). Computed each time it is
 * asked. Asked in the name of who looks: it answers to nobody who may not see accounts.
 */
public interface StandingSource {

    /** Without which it is not asked. */
    String permission();

    /**
     * The accounts of some members on a day, in a few queries however many they are; those of whom nothing was ever asked
     * are left out.
     */
    Map<Party, MemberAccount> accounts(Collection<? extends Party> members, LocalDate on);
}
