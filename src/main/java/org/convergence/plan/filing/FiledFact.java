package org.convergence.plan.filing;

import java.util.UUID;

/** A fact of a filing, of which there may be another version today. */
public interface FiledFact<F extends FiledFact<F>> {

    UUID id();

    /** Whether all data that the filing shows is equal. */
    boolean tellsTheSame(F other);
}
