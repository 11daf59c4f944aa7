package org.convergence.directory.consent;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.convergence.directory.people.PersonId;

/**
 * A source of legal bases, contributed by a module that knows one: a membership, a ticket, a contract. Computed at each
 * call, never copied. A withdrawal overrides it (R-CASL-12).
 */
public interface ConsentGroundSource {

    /** The grounds of each of these people, in one query whatever their number; people without a ground are absent. */
    Map<PersonId, List<Ground>> grounds(Collection<PersonId> people);
}
