package org.convergence.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.Actor;

/**
 * Accounts as those who act, for what is done in somebody's name while she is not there: her calendar, her Monday mail.
 * What is done so is done with today's rights, and shown to nobody else.
 */
public interface AccountActors {

    /** An open account, with what it may do today; empty where it is closed or unknown. */
    Optional<Actor> find(UUID account);

    /** All open accounts that have a role today. */
    List<Actor> all();

    /** The open account of each of these people of the directory; those who have none are left out. */
    Map<UUID, UUID> ofPersons(Collection<UUID> persons);

    /** Where letters to an open account go; empty where it is closed or unknown. */
    Optional<String> mail(UUID account);
}
