package org.convergence.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.Actor;

/**
 * Accounts as actors, for work done on behalf of an absent user: calendar feed, Monday mail. It uses the account's
 * permissions of today, and its result is shown to nobody else.
 */
public interface AccountActors {

    /** An open account as an actor with its permissions of today; empty if it is closed or unknown. */
    Optional<Actor> find(UUID account);

    /** All open accounts with a role today. */
    List<Actor> findAll();

    /** The open account of each of these people of the directory; people without one are left out. */
    Map<UUID, UUID> findByPersons(Collection<UUID> persons);

    /** The mail address of an open account; empty if it is closed or unknown. */
    Optional<String> findMail(UUID account);
}
