package org.convergence.plan.realisation;

import java.util.Optional;

/** The one door by which a module says what happened. */
public interface Realisations {

    /**
     * Records it. Told again under the same source, it is the same realisation: what its source owns (title, kind, days,
     * place, participations, organisations, amounts) is brought up to date, what the plan added stays, and one that was
     * withdrawn is back. Nothing changes where nothing is new.
     *
     * @throws org.convergence.platform.database.Refused where it is said to be done and its last day is still to come
     */
    RealisationId record(RecordRealisation what);

    /** Takes it back everywhere except from what was filed; does nothing where nothing came from the source. */
    void withdraw(Source source, String reason);

    /** What came from the source, withdrawn or not. */
    Optional<RealisationId> of(Source source);
}
